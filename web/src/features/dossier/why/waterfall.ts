import type { Schema } from '../../../api/types';

export type Assessment = Schema['Beoordeling'];
export type Reason = Schema['Reden'];

/** A bar goes from one total to the next; a cap goes back. */
interface Bar {
  from: number;
  to: number;
}

export type Line =
  | { kind: 'category'; category: string; sum: number; counted: number; cap: number }
  | ({ kind: 'reason'; reason: Reason } & Bar)
  | ({ kind: 'cap'; category: string; cap: number } & Bar)
  | ({ kind: 'floor'; indicator: string } & Bar)
  | { kind: 'lowest'; points: number }
  | ({ kind: 'possible'; reason: Reason } & Bar)
  | ({ kind: 'possible-rest' } & Bar)
  | { kind: 'highest'; points: number }
  | { kind: 'pointless'; reason: Reason };

const heaviestFirst = (a: Reason, b: Reason) => b.punten - a.punten || b.mogelijkePunten - a.mogelijkePunten;

/** The sum of the points line by line, so that a reader can add it up: certain points with caps, then what is still open. */
export function waterfall(assessment: Assessment): Line[] {
  return [...certainLines(assessment), ...openLines(assessment), ...pointlessLines(assessment)];
}

function certainLines({ categorieen, knockouts, redenen, laagste }: Assessment): Line[] {
  const lines: Line[] = [];
  let total = 0;
  for (const category of categorieen.toSorted((a, b) => b.laagste.geteld - a.laagste.geteld)) {
    const { som, geteld } = category.laagste;
    if (som === 0) continue;
    lines.push({ kind: 'category', category: category.categorie, sum: som, counted: geteld, cap: category.plafond });
    const reasons = redenen.filter((reason) => reason.categorie === category.categorie && reason.punten > 0);
    for (const reason of reasons.toSorted(heaviestFirst)) {
      lines.push({ kind: 'reason', reason, from: total, to: total + reason.punten });
      total += reason.punten;
    }
    if (geteld < som) {
      lines.push({
        kind: 'cap',
        category: category.categorie,
        cap: category.plafond,
        from: total,
        to: total - som + geteld,
      });
      total += geteld - som;
    }
  }
  for (const { indicator, vloer, uitkomst } of knockouts) {
    if (uitkomst !== 'treffer') continue;
    lines.push({ kind: 'floor', indicator, from: total, to: Math.max(total, vloer) });
    total = Math.max(total, vloer);
  }
  return [...lines, { kind: 'lowest', points: laagste }];
}

function openLines({ redenen, laagste, hoogste }: Assessment): Line[] {
  const open = redenen.filter((reason) => reason.mogelijkePunten > reason.punten || reason.uitkomst === 'onbekend');
  if (open.length === 0 && hoogste === laagste) return [];
  const lines: Line[] = [];
  let total = laagste;
  for (const reason of open.toSorted((a, b) => b.mogelijkePunten - b.punten - a.mogelijkePunten + a.punten)) {
    const next = total + reason.mogelijkePunten - reason.punten;
    lines.push({ kind: 'possible', reason, from: total, to: next });
    total = next;
  }
  // What is left are caps that hold on the high side, or the floor of a knock-out that is still open.
  if (total !== hoogste) lines.push({ kind: 'possible-rest', from: total, to: hoogste });
  return [...lines, { kind: 'highest', points: hoogste }];
}

const order: Reason['uitkomst'][] = [
  'treffer',
  'terzijde-gelegd',
  'niet-meegeteld',
  'geen-treffer',
  'niet-van-toepassing',
];

function pointlessLines({ redenen }: Assessment): Line[] {
  return redenen
    .filter((reason) => reason.punten === 0 && reason.mogelijkePunten === 0 && reason.uitkomst !== 'onbekend')
    .filter((reason) => !(reason.categorie === null && reason.uitkomst === 'treffer'))
    .toSorted((a, b) => order.indexOf(a.uitkomst) - order.indexOf(b.uitkomst))
    .map((reason) => ({ kind: 'pointless', reason }));
}

/** Nothing to see at first sight: no hit, or not asked of this provider. */
export const isFolded = (line: Line) =>
  line.kind === 'pointless' && ['geen-treffer', 'niet-van-toepassing'].includes(line.reason.uitkomst);
