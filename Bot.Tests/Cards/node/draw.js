// In the browser test's page: draws a card with Teams' look, keeps what is pressed and returns the renderer's complaints.
"use strict";
window.draw = card => {
  window.pressed = [];
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(window.teams);
  drawn.onExecuteAction = action => window.pressed.push({ verb: action.verb, data: action.data, url: action.url });
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  drawn.parse(card, context);
  const complaints = [];
  for (let i = 0; i < context.eventCount; i++) {
    complaints.push(context.getEventAt(i).message);
  }
  complaints.push(...drawn.validateProperties().validationEvents.map(e => e.message));
  document.getElementById("card").replaceChildren(drawn.render());

  // Teams' own additions to 1.5, of which the charts have a fallback; and the renderer keeps one global regular expression for lang, so it refuses every second good one.
  return complaints.filter(c => !c.includes("choices.data") && !c.includes("Chart.HorizontalBar.Stacked") && !(c.includes('property "lang"') && /^[a-z]{2}$/.test(card.lang)));
};
