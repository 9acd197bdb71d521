// The post just written here: once its card arrives somewhere, the page shows the way.

import { toast } from "./toast.js";

export class Written {
  #words = null;

  /** @param go Opens a conversation at a message. */
  constructor(go) {
    this.go = go;
  }

  /** Before it is sent: the card may be here before the answer is. */
  expect(text) {
    // As the words stand in a card's JSON; the beginning is enough, for a card may shorten the rest.
    this.#words = JSON.stringify(text.trim().split("\n")[0].slice(0, 60)).slice(1, -1);
  }

  /** It was taken, or refused. */
  answered(isTaken) {
    if (!isTaken) {
      this.#words = null;
    } else if (this.#words) {
      toast("Posted. Its card comes to the channel of the ward it is about.");
    }
  }

  look(message, place) {
    if (this.#words && place && message.content.cards.some(card => JSON.stringify(card).includes(this.#words))) {
      this.#words = null;
      toast(`Your post is in ${place.name}.`, { label: "Show it", act: () => this.go(place.id, message.id) });
    }
  }
}
