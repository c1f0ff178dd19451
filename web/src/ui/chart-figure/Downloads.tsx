import { useEffect, useRef, useState } from 'react';
import { useText } from '../../locales/Language';
import { Button } from '../button/Button';
import { saveCsv } from '../download/csv';
import { saveDrawing } from '../download/drawing';
import type { ChartFigureProps } from './ChartFigure';
import { pictureOf, type Surroundings } from './picture';
import { letterInFile } from './room';
import { useStatement } from './statement';

type Form = 'svg' | 'png';

/** The figure as a file: each form says by itself what it is about. */
export function Downloads(figure: ChartFigureProps) {
  const { title, fileName, columns, rows, screenings = [] } = figure;
  const t = useText();
  const statement = useStatement();
  const [asked, ask] = useState<Form | null>(null);
  return (
    <div className="chart-figure__downloads" role="group" aria-label={t('chart.downloads-of', { title })}>
      <span>{t('chart.download')}</span>
      {(['svg', 'png'] as const).map((form) => (
        <Button key={form} look="subtle" aria-label={t(`chart.${form}`)} onClick={() => ask(form)}>
          {form}
        </Button>
      ))}
      <Button
        look="subtle"
        aria-label={t('chart.csv')}
        onClick={() => saveCsv([...statement.rows(title, screenings), columns, ...rows], `${fileName}.csv`)}
      >
        csv
      </Button>
      {asked && <Press figure={figure} form={asked} onDone={() => ask(null)} />}
    </div>
  );
}

/** A file has the width of a page, also when it is asked on a phone. */
const fileWidth = 720;

/** Draws the figure once more, out of sight and with the room that a file needs, and saves that. */
function Press({ figure, form, onDone }: { figure: ChartFigureProps; form: Form; onDone: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const statement = useStatement();
  const { title, sentence, hint, legend = [], screenings = [], fileName, children } = figure;
  const notes = [...(hint ? [hint] : []), ...statement.lines(screenings)];
  const surroundings = useRef<Surroundings>({ title, sentence, legend, notes });
  const name = `${fileName}.${form}`;
  const done = useRef(onDone);

  useEffect(() => {
    const picture = place.current && printed(place.current, surroundings.current);
    if (picture) void saveDrawing(picture, name).finally(() => done.current());
    return () => picture?.remove();
  }, [name]);

  return (
    <div className="chart-figure__press" ref={place} inert>
      {children(fileWidth, letterInFile)}
    </div>
  );
}

function printed(place: HTMLElement, surroundings: Surroundings): SVGSVGElement | null {
  const drawing = place.querySelector('svg');
  if (!drawing) return null;
  const picture = pictureOf(drawing, surroundings);
  place.append(picture);
  return picture;
}
