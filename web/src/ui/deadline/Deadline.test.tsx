import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { InDutch } from '../../locales/InDutch';
import { Deadline } from './Deadline';

const show = (day: string | null) =>
  render(
    <InDutch>
      <Deadline day={day} today="2019-05-09" />
    </InDutch>,
  );

test.each([
  ['2019-05-12', 'nog 3 dagen'],
  ['2019-05-10', 'nog 1 dag'],
  ['2019-05-09', 'vandaag'],
  ['2019-05-06', '3 dagen te laat'],
  [null, 'geen termijn'],
])('%s is %s', (day, words) => {
  show(day);
  expect(screen.getByText(words)).toBeTruthy();
});
