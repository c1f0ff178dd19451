/** What the log can tell; a test holds every word to a text in both languages. */
export const actions = [
  'aangemeld',
  'aanmelden-mislukt',
  'afgemeld',
  'overal-afgemeld',
  'dossier-bekeken',
  'lijst-bekeken',
  'antwoord-herhaald',
  'bestand-bewaard',
  'bestand-bekeken',
  'bestand-opgehaald',
  'bestand-ingelezen',
  'feiten-ingelezen',
  'koppeling-bewaard',
  'correctie-voorgesteld',
  'correctie-besloten',
  'contact-gewijzigd',
  'aanbieder-gevolgd',
  'aanbieder-niet-meer-gevolgd',
  'lijst-bewaard',
  'lijst-verwijderd',
  'screening-gevraagd',
  'screening-uitgevoerd',
  'herbeoordeling-gevraagd',
  'herbeoordeling-niet-nodig',
  'aanbieders-samengevoegd',
  'model-geladen',
  'instellijst-gewijzigd',
  'gebruiker-gemaakt',
  'gebruiker-gewijzigd',
  'gebruiker-geblokkeerd',
  'blokkade-opgeheven',
  'rollen-gegeven',
  'wachtwoord-gewijzigd',
  'wachtwoord-hersteld',
  'tweede-factor-begonnen',
  'tweede-factor-ingesteld',
  'tweede-factor-weggenomen',
  'sleutel-gemaakt',
  'sleutel-ingetrokken',
  'sleutel-vervangen',
  'auditketen-uitgevoerd',
  'dossier-onder-bewaring',
  'bewaring-opgeheven',
  'vernietigd',
  'dossier-vernietigd',
  'reservekopie-gemaakt',
  'installatie-gemaakt',
] as const;

/** What an entry can be about. */
export const subjects = [
  'aanbieder',
  'auditketen',
  'bestand',
  'bewaring',
  'correctie',
  'gebruiker',
  'import',
  'installatie',
  'instellijst',
  'koppeling',
  'lijst',
  'model',
  'reservekopie',
  'screening',
  'sessie',
  'sleutel',
  'taak',
  'vernietiging',
] as const;

/** Which part of a dossier was viewed, or which list. */
export const parts = [
  'aanbieder',
  'beoordeling',
  'beoordelingen',
  'bronnen',
  'correctie',
  'correcties',
  'feiten',
  'gunningen',
  'historie',
  'indicatoren',
  'namen',
  'overeenkomsten',
  'relaties',
  'screening',
  'screenings',
  'vestigingen',
] as const;

const isIn =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): text is Word =>
    words.includes(text as Word);

export const isAction = isIn(actions);
export const isSubject = isIn(subjects);
export const isPart = isIn(parts);
