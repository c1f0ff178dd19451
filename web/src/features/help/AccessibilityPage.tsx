import { useText } from '../../locales/Language';
import { Card } from '../../ui/card/Card';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import './help.css';

const parts = ['aim', 'tested', 'not-tested', 'known', 'report'];

/** What was tested and what was not, and where to go with a problem. */
export function AccessibilityPage() {
  const t = useText();
  return (
    <div className="help">
      <PageHeading title={t('help.accessibility')} />
      {parts.map((part) => (
        <Card key={part} title={t(`help.accessibility.${part}`)}>
          {t(`help.accessibility.${part}.text`)
            .split('\n')
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </Card>
      ))}
    </div>
  );
}
