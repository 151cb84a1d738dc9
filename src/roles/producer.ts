import { careFacts, careOrders, noticeBox, servicesPlugin, subsistenceFacts } from '../services/index.ts';
import type { Ground } from './ground.ts';
import type { Offer } from './offer.ts';
import { subsystem } from './subsystem.ts';

/** Other registers, through their security server and ours. What they order is worked by workers. */
export async function offerProducer(ground: Ground): Promise<Offer> {
  const { configuration, database, keys, clock, log, metrics } = ground;
  const key = await keys.secret(database, 'disclosures');
  return {
    needs: [],
    door: {
      at: 'producerPort',
      attach: async (app) => {
        await app.register(servicesPlugin, {
          subsystem: subsystem(configuration.xroad.client),
          allowed: configuration.producer.allowed,
          facts: subsistenceFacts(database.db),
          care: careFacts(database.db),
          careOrders: careOrders({ database, keys, clock }),
          notices: noticeBox(database),
          database,
          clock,
          log,
          metrics,
          key,
        });
      },
    },
  };
}
