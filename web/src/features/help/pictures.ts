import correctFact from './pictures/correct-fact.webp';
import firstLook from './pictures/first-look.webp';
import ownNotRight from './pictures/own-not-right.webp';
import readCounts from './pictures/read-counts.webp';
import understandColour from './pictures/understand-colour.webp';

interface Picture {
  src: string;
  width: number;
  height: number;
}

/** Where to press, per task; `tests/help-pictures.mjs` makes them. Their text for who does not see them is `help.<task>.picture`. */
export const pictures: Record<string, Picture> = {
  'first-look': { src: firstLook, width: 1000, height: 602 },
  'understand-colour': { src: understandColour, width: 1000, height: 473 },
  'read-counts': { src: readCounts, width: 1000, height: 809 },
  'correct-fact': { src: correctFact, width: 1000, height: 674 },
  'own-not-right': { src: ownNotRight, width: 1000, height: 616 },
};
