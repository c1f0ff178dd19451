import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Schema } from '../../../api/types';
import { InDutch } from '../../../locales/InDutch';
import { EventSentence } from './EventSentence';

function sentence(soort: Schema['Gebeurtenis']['soort'], over: Schema['Gebeurtenisgegevens']) {
  const event = { op: '2019-05-09T06:00:00Z', soort, omschrijving: '', over, door: null, verwijzing: 3 };
  const { container } = render(
    <InDutch>
      <EventSentence event={event} />
    </InDutch>,
  );
  return container.textContent;
}

test('an event reads as a sentence without keys', () => {
  expect(sentence('screening', { peildatum: '2019-05-09', kleur: 'rood', subcategorie: 'lichtrood' })).toBe(
    'Screening van 9 mei 2019: lichtrood',
  );
  expect(sentence('screening', { peildatum: '2019-05-09', kleur: 'grijs', subcategorie: null })).toBe(
    'Screening van 9 mei 2019: te weinig gegevens',
  );
  expect(sentence('naam', { sinds: '2018-10-25', naam: 'De Tol' })).toBe('Heet sinds 25 oktober 2018: De Tol');
  const fact = { feit: 'clienten', label: 'aantal cliënten', labelEngels: null, periode: '2018-Q4' };
  expect(sentence('correctie', { ...fact, correctiesoort: 'betwisting' })).toBe(
    'Betwist: ‘aantal cliënten’ (kwartaal 4 van 2018)',
  );
  expect(sentence('correctie', { ...fact, uitkomst: 'overgenomen' })).toBe(
    'Correctie overgenomen: ‘aantal cliënten’ (kwartaal 4 van 2018)',
  );
  expect(sentence('samenvoeging', { naam: 'De Tol', in: 'De Schelp', reden: 'Fusie.' })).toBe(
    'De Tol is opgegaan in De Schelp: Fusie.',
  );
});
