import { Socket } from 'node:net';

/**
 * A socket that sends what is written in one turn of the event loop together. Statements asked for at once then leave in one system call and wake
 * the database once, which on a virtual machine costs more than most of the statements.
 */
export class GatheringSocket extends Socket {
  #gathering = false;

  override cork(): void {
    super.cork();
    if (this.#gathering) return;
    this.#gathering = true;
    super.cork();
    process.nextTick(() => {
      this.#gathering = false;
      super.uncork();
    });
  }
}
