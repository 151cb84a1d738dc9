import { addressChanges, changeNotices, deaths } from '../../registries/index.ts';
import { keepAddressChanges } from './address-changes.ts';
import { keepPersonChanges } from './person-changes.ts';
import { type FeedReader, reader } from './reader.ts';

/** Every feed of changes there is. Which of them an installation reads, its configuration says: each has to be agreed with the register. */
export const FEEDS: readonly FeedReader[] = [
  reader(changeNotices, keepPersonChanges),
  reader(deaths, keepPersonChanges),
  reader(addressChanges, keepAddressChanges),
];

/** Their codes, as the configuration names them. */
export const FEED_CODES = FEEDS.map(({ code }) => code);
