import type { ScreeningReference } from '../../api/types';
import { useFormat } from '../../locales/format';
import { useText, type Text } from '../../locales/Language';
import type { Cell } from '../download/csv';

/** What a colour takes along when it leaves: its day, its model, whether it is a trial, and that it is no judgement. */
export function useStatement() {
  const t = useText();
  const format = useFormat();
  return {
    lines: (screenings: ScreeningReference[]) => linesFor(distinct(screenings), t, format.date),
    rows: (title: string, screenings: ScreeningReference[]) => rowsFor(title, distinct(screenings), t),
  };
}

const distinct = (screenings: ScreeningReference[]) =>
  screenings.filter(({ id }, place) => screenings.findIndex((each) => each.id === id) === place);

function linesFor(screenings: ScreeningReference[], t: Text, day: (date: string) => string): string[] {
  if (screenings.length === 0) return [];
  const lines = screenings.map(({ peildatum, model, proef }) =>
    t(proef ? 'chart.screening-trial' : 'chart.screening', {
      date: day(peildatum),
      model: model.naam,
      version: model.versie,
    }),
  );
  return [...lines, t('chart.statement')];
}

/** The same first lines as the urgency list has as a file; with two screenings each has a cell. */
export function rowsFor(title: string, screenings: ScreeningReference[], t: Text): Cell[][] {
  if (screenings.length === 0) return [];
  return [
    [title],
    [t('chart.head.date'), ...screenings.map(({ peildatum }) => peildatum)],
    [t('chart.head.model'), ...screenings.map(({ model }) => `${model.naam} ${model.versie} (${model.hash})`)],
    [t('chart.head.trial'), ...screenings.map(({ proef }) => t(proef ? 'chart.head.yes' : 'chart.head.no'))],
    [t('chart.statement')],
    [],
  ];
}
