import { defineErrors } from '../../platform/index.ts';

/** Why nothing is let go of, and why nothing is held. */
export const retentionErrors = defineErrors({
  RETENTION_RUN_NOT_FOUND: {
    status: 404,
    title: { et: 'Käivitust ei leitud', en: 'Run not found', ru: 'Запуск не найден' },
    detail: { et: 'Sellist säilitamise käivitust ei ole.', en: 'There is no such run of retention.', ru: 'Такого запуска хранения нет.' },
    operator: 'Unknown id of a run.',
  },
  RETENTION_DRY_RUN_NEEDED: {
    status: 409,
    title: { et: 'Proovikäivitus on vaja', en: 'Dry run needed', ru: 'Нужен пробный запуск' },
    detail: {
      et: 'Andmeid eemaldatakse ainult lõppenud proovikäivituse järel. Tehke proovikäivitus ja vaadake see läbi.',
      en: 'Data are let go of only after a dry run that has ended. Make a dry run and look through it.',
      ru: 'Данные удаляются только после завершённого пробного запуска. Сделайте пробный запуск и просмотрите его.',
    },
    operator: 'The run named is not a dry run that has come to its end.',
  },
  RETENTION_DRY_RUN_TOO_OLD: {
    status: 409,
    title: { et: 'Proovikäivitus on vana', en: 'Dry run too old', ru: 'Пробный запуск устарел' },
    detail: {
      et: 'Proovikäivitus on vanem kui ööpäev. Tehke uus ja vaadake see läbi.',
      en: 'The dry run is more than a day old. Make a new one and look through it.',
      ru: 'Пробному запуску больше суток. Сделайте новый и просмотрите его.',
    },
    operator: 'A dry run may be followed for 24 hours from its end.',
  },
  RETENTION_RUN_UNDER_WAY: {
    status: 409,
    title: { et: 'Käivitus on pooleli', en: 'Run under way', ru: 'Запуск уже идёт' },
    detail: {
      et: 'Korraga on pooleli üks käivitus. Oodake selle lõppu või peatage see.',
      en: 'One run is under way at a time. Wait for its end, or stop it.',
      ru: 'Одновременно идёт один запуск. Дождитесь его конца или остановите его.',
    },
    operator: 'Another run has not ended: `GET /api/v1/retention/runs` shows it. If it does not move, no worker process runs.',
  },
  RETENTION_RUN_ENDED: {
    status: 409,
    title: { et: 'Käivitus on lõppenud', en: 'Run ended already', ru: 'Запуск уже закончен' },
    detail: {
      et: 'Peatada saab ainult pooleli käivitust.',
      en: 'Only a run under way can be stopped.',
      ru: 'Остановить можно только идущий запуск.',
    },
    operator: 'The run is done, refused or stopped.',
  },
  RETENTION_COUNTS_DIFFER: {
    status: 409,
    title: { et: 'Andmed on muutunud', en: 'Data have changed', ru: 'Данные изменились' },
    detail: {
      et: 'Eemaldamisele kuuluvaid andmeid on teisiti kui proovikäivituses. Midagi ei eemaldatud. Tehke uus proovikäivitus.',
      en: 'Something else is due than the dry run has shown. Nothing was let go of. Make a new dry run.',
      ru: 'К удалению подлежит не то, что показал пробный запуск. Ничего не удалено. Сделайте новый пробный запуск.',
    },
    operator:
      'Stands on a run as the reason of its end. Between the two a hold was placed or lifted, a correction was entered, or another run let go of something.',
  },
  HOLD_OBJECT_NOT_FOUND: {
    status: 404,
    title: { et: 'Toimikut või menetlust ei leitud', en: 'File or proceeding not found', ru: 'Дело или производство не найдено' },
    detail: {
      et: 'Sellist klienditoimikut või menetlust ei ole.',
      en: 'There is no such client file or proceeding.',
      ru: 'Такого дела клиента или производства нет.',
    },
    operator: 'Unknown id, or its period was over and a run has let go of it.',
  },
  HOLD_STANDS: {
    status: 409,
    title: { et: 'Juba säilitatakse', en: 'Held already', ru: 'Уже удерживается' },
    detail: {
      et: 'Selle toimiku või menetluse säilitamist on juba pikendatud.',
      en: 'This file or proceeding is held already.',
      ru: 'Хранение этого дела или производства уже продлено.',
    },
    operator: 'One hold stands on an object at a time: `GET /api/v1/retention/holds`.',
  },
  HOLD_NOT_FOUND: {
    status: 404,
    title: { et: 'Pikendamist ei leitud', en: 'Hold not found', ru: 'Удержание не найдено' },
    detail: {
      et: 'Sellist kehtivat pikendamist ei ole.',
      en: 'There is no such hold that stands.',
      ru: 'Такого действующего удержания нет.',
    },
    operator: 'Unknown id, or the hold was lifted.',
  },
});
