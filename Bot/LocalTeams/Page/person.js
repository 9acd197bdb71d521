// Who one was last. This tab's person is its own; a new tab begins as the last one chosen anywhere.

export function remembered() {
  try {
    return sessionStorage.getItem("person") ?? localStorage.getItem("person");
  } catch {
    return null; // Storage can be switched off; then a reload begins anew.
  }
}

export function remember(person) {
  try {
    sessionStorage.setItem("person", person);
    localStorage.setItem("person", person);
  } catch {
    // As above.
  }
}
