/** Answers that are already sealed with their proceeding's key, kept for a while. Losing all of it loses nothing but time. */
export interface SealedCache {
  put(proceedingId: string, key: string, sealed: Uint8Array, ttlSeconds: number): Promise<void>;
  get(proceedingId: string, key: string): Promise<Uint8Array | undefined>;
  /** Forgets everything of a proceeding. What a replica or a backup still holds is unreadable once the data key is destroyed. */
  drop(proceedingId: string): Promise<void>;
  close(): Promise<void>;
}
