import type { Schema } from '../../api/types';
import type { useFormat } from '../../locales/format';
import type { Text } from '../../locales/Language';
import { isPart } from './actions';

interface Speech {
  t: Text;
  format: Pick<ReturnType<typeof useFormat>, 'shortDate'>;
  municipality: (code: string) => string;
}

type Entry = Pick<Schema['Auditregel'], 'handeling' | 'verwijzing'>;

/** What a filter of a list is called, by its key in the log. */
const filters: Record<string, (value: string, speech: Speech) => string> = {
  screening: (value, { t }) => t('audit-log.filter.screening', { number: value }),
  gemeente: (value, { t, municipality }) => t('audit-log.filter.gemeente', { name: municipality(value) }),
  kleur: (value, { t }) => t(`colour.${value}`).toLowerCase(),
  subcategorie: (value, { t }) => t(`sub-category.${value}`).toLowerCase(),
  stap: (value, { t }) => t('audit-log.filter.stap', { step: t(`step.${value}`).toLowerCase() }),
  veranderd: (value, { t }) => t('audit-log.filter.veranderd', { change: t(`change.${value}`).toLowerCase() }),
  zoek: (_, { t }) => t('audit-log.filter.zoek'),
  perceel: (_, { t }) => t('audit-log.filter.perceel'),
  gevolgd: (_, { t }) => t('audit-log.filter.gevolgd'),
  csv: () => 'csv',
  xlsx: () => 'xlsx',
};

/** The filter of a list as the log writes it, `screening=3 kleur=rood zoek`; null when a part of it is not known here. */
function filterWords(text: string, speech: Speech): string[] | null {
  const parts = text.split(' ').filter(Boolean);
  const words = parts.map((part) => {
    const [key = '', value = ''] = part.split('=');
    return filters[key]?.(value, speech);
  });
  return words.every((each) => each !== undefined) ? words : null;
}

type Form = [RegExp, (found: string[], speech: Speech) => string | null];

const listed = (name: string, filter: string, speech: Speech) => {
  const words = filterWords(filter, speech);
  return words && [speech.t(name), ...words].join(', ');
};

const day = '([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]+)';
const moment = (text: string, { t, format }: Speech) =>
  text.includes('-') ? format.shortDate(text) : t('audit-log.filter.screening', { number: text });

/** The fixed forms of a reference, each with how it reads. */
const forms: Form[] = [
  [/^urgentielijst(.*)$/, ([, filter = ''], speech) => listed('audit-log.list.urgentielijst', filter, speech)],
  [/^(screening=.*)$/, ([, filter = ''], speech) => listed('audit-log.list.aanbieders', filter, speech)],
  [
    new RegExp(`^verdeling ${day} ${day} ?([0-9]{4})?$`),
    ([, from = '', until = '', code], speech) =>
      [
        speech.t('audit-log.list.verdeling', { from: moment(from, speech), until: moment(until, speech) }),
        ...(code ? [speech.municipality(code)] : []),
      ].join(', '),
  ],
  [
    new RegExp(`^feiten( met kluis)? bekendOp=${day}$`),
    ([, vault, date = ''], { t, format }) =>
      t(vault ? 'audit-log.facts-and-vault' : 'audit-log.facts', { date: format.shortDate(date) }),
  ],
  [/^vergelijking met ([0-9]+)$/, ([, number = ''], { t }) => t('audit-log.list.vergelijking', { number })],
  [
    /^(volledig|correctie) ([0-9-]{10}) ([0-9a-f]{64})$/,
    ([, kind = '', date = '', hash = ''], { t, format }) =>
      t(`audit-log.screening.${kind}`, { date: format.shortDate(date), hash }),
  ],
  [/^([0-9]+) sessies$/, ([, count = ''], { t }) => t('audit-log.sessions', { count: Number(count) })],
  [
    /^([0-9]+) gegevens van ([0-9]+) aanbieders$/,
    ([, records = '', providers = ''], { t }) =>
      t('audit-log.destroyed', { records: Number(records), providers: Number(providers) }),
  ],
  [/^\{.*\}$/, ([json = '{}'], speech) => orderWords(json, speech)],
];

/** A screening that was asked for is written as what was asked. */
function orderWords(json: string, { t, format }: Speech): string | null {
  const order = JSON.parse(json) as Record<string, unknown>;
  if (typeof order['peildatum'] !== 'string') return null;
  return t('audit-log.screening.asked', { date: format.shortDate(order['peildatum']) });
}

/** Actions whose reference is a word that another page has a text for. */
const ownWords: Record<string, string> = {
  'bestand-ingelezen': 'imports.kind',
  'correctie-besloten': 'corrections.status',
  'instellijst-gewijzigd': 'setup-list.part',
};

/** A reference in words as far as it has a form that is known; else as it stands in the chain. */
export function referenceWords({ handeling, verwijzing }: Entry, speech: Speech): string {
  const own = verwijzing && ownWords[handeling];
  if (own) return speech.t(`${own}.${verwijzing}`);
  if (isPart(verwijzing)) return speech.t(`audit-log.part.${verwijzing}`);
  for (const [form, words] of forms) {
    const found = form.exec(verwijzing);
    const said = found && words([...found], speech);
    if (said) return said;
  }
  return verwijzing;
}
