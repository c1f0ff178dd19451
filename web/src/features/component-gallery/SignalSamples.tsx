import type { Colour, SubCategory } from '../../api/types';
import { Card } from '../../ui/card/Card';
import { Deadline } from '../../ui/deadline/Deadline';
import { SignalBadge } from '../../ui/signal-badge/SignalBadge';
import { SignalSentence } from '../../ui/signal-sentence/SignalSentence';
import { SourceTag } from '../../ui/source-tag/SourceTag';
import { RedUrgency, UrgencyBadge } from '../../ui/urgency-badge/UrgencyBadge';
import { useText } from '../../locales/Language';
import './component-gallery.css';

const colours: Colour[] = ['rood', 'oranje', 'groen', 'grijs'];
const subCategories: SubCategory[] = ['donkerrood', 'middenrood', 'lichtrood'];
const today = '2019-05-09';

export function SignalSamples() {
  const t = useText();
  return (
    <>
      <SignalSentence />
      <Card title="SignalBadge">
        <p className="samples">
          {colours.map((colour) => (
            <SignalBadge key={colour} colour={colour} />
          ))}
        </p>
        <p className="samples">
          {colours.map((colour) => (
            <SignalBadge key={colour} colour={colour} size="large" />
          ))}
        </p>
      </Card>
      <Card title="UrgencyBadge">
        <p className="samples">
          {[1, 2, 3, 4, 5].map((number) => (
            <UrgencyBadge key={number} level={6 - number} number={number} word={t(`urgency.${number}`)} />
          ))}
        </p>
        <p className="samples">
          {subCategories.map((each, place) => (
            <RedUrgency key={each} subCategory={each} place={1 + place * 30} />
          ))}
        </p>
      </Card>
      <Card title="Deadline">
        <p className="samples">
          {['2019-05-06', '2019-05-09', '2019-05-10', '2019-06-20', null].map((day) => (
            <Deadline key={day} day={day} today={today} />
          ))}
        </p>
      </Card>
      <Card title="SourceTag">
        <p className="samples">
          <SourceTag name="KvK Handelsregister" document="Uittreksel" knownOn="2019-05-08" />
          <SourceTag name="Opgave aanbieder" knownOn="2019-01-15" certainty="niet gecontroleerd" />
          <SourceTag name="Declaraties gemeente" />
        </p>
      </Card>
    </>
  );
}
