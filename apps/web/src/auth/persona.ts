const remembered = 'kvarter.persona';

/** Who this tab signed in as, so that it can sign in again as the same. Null for guests. */
export const lastPersona = (): string | null => sessionStorage.getItem(remembered);
export const rememberPersona = (persona: string): void => sessionStorage.setItem(remembered, persona);
