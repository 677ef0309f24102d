export const da = {
  overview: 'Kort over områderne. De samme områder står i tabellen.',
  boundary: 'Kort til at tegne grænsen på. Piletaster flytter kortet, Enter sætter et hjørne under sigtekornet.',
  draw: 'Tegn grænsen',
  drawHelp: 'Klik hjørnerne ind ét efter ét. Slut ved det første.',
  drawMore: (corners: number) => `${corners} ${corners === 1 ? 'hjørne' : 'hjørner'} sat. Slut ved det første, eller tryk Færdig.`,
  setHere: 'Sæt hjørne her',
  takeBack: 'Fjern sidste hjørne',
  finish: 'Færdig',
  reshapeHelp: 'Træk i hjørnerne for at rette. Træk midt på en side for at få et nyt hjørne.',
  again: 'Tegn forfra',
  zoomIn: 'Zoom ind',
  zoomOut: 'Zoom ud',
};
