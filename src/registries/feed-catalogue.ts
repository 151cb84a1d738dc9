import { addressChanges } from './ads/index.ts';
import type { ChangeFeed } from './change-feed.ts';
import { changeNotices, deaths } from './rr/index.ts';

/** Every feed of changes there is. */
export const feedCatalogue: readonly ChangeFeed[] = [changeNotices, deaths, addressChanges];
