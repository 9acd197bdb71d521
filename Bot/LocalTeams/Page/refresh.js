// A card that names its viewer is asked for anew for them, once it comes into sight, as Teams does.

const waiting = new WeakMap();
const sight = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) {
      sight.unobserve(target);
      waiting.get(target)?.();
    }
  }
});

export const isNamed = (message, me) => !message.deleted && message.content.cards.length === 1 && (message.content.cards[0].refresh?.userIds ?? []).includes(me?.channelId);

/** @param ask Called once; null takes back what was asked for before. */
export function onceInSight(element, ask) {
  sight.unobserve(element);
  waiting.set(element, ask);
  if (ask) {
    sight.observe(element);
  }
}
