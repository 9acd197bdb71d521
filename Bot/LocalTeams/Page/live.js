// Follows the server's news and says when the line is down.

/** Holds one stream at a time; a new start ends the one before. */
export class Live {
  #source = null;
  #retry = 0;
  #position;

  /** @param on news(change), up() and down(). */
  constructor(on) {
    this.on = on;
  }

  start(person, position) {
    this.stop();
    this.#position = position;
    this.#open(person);
  }

  stop() {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  #open(person) {
    const source = new EventSource(`/local/events?${new URLSearchParams({ person, position: this.#position })}`);
    this.#source = source;
    source.onopen = () => this.on.up();
    source.onmessage = event => {
      this.#position = event.lastEventId || this.#position;
      this.on.news(JSON.parse(event.data));
    };
    source.onerror = () => {
      this.on.down();
      // A browser tries again by itself unless the answer was an error.
      if (source.readyState === EventSource.CLOSED && this.#source === source) {
        this.#retry = setTimeout(() => this.#open(person), 2000);
      }
    };
  }
}
