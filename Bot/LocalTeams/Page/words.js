// Times in words, as British people write them.

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });
const whole = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "medium" });

export const timeOf = at => clock.format(new Date(at));
export const exactly = at => whole.format(new Date(at));

export function dayOf(at) {
  const date = new Date(at);
  const days = Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
  return days === 0 ? "Today" : days === 1 ? "Yesterday" : day.format(date);
}

const midnight = date => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

export const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;
