import { useText } from '../../locales/Language';
import { Spoken, useWords } from '../../locales/words';
import { Card } from '../../ui/card/Card';
import type { Category } from './use-model';

/** How many points each category gives at most, and why. */
export function Caps({ categories }: { categories: Category[] }) {
  const t = useText();
  const words = useWords();
  return (
    <section id="plafonds" tabIndex={-1}>
      <h2>{t('model.caps')}</h2>
      <Card>
        <p>{t('model.caps-intro')}</p>
        <table className="model-table model-table--stacked">
          <caption className="visually-hidden">{t('model.caps')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('model.category')}</th>
              <th scope="col">{t('model.at-most')}</th>
              <th scope="col">{t('model.why')}</th>
            </tr>
          </thead>
          <tbody>
            {categories.map((category) => (
              <tr key={category.categorie}>
                <th scope="row">
                  <Spoken words={words(category.titel, category.titelEngels)} />
                </th>
                <td>{t('model.point-count', { count: category.plafond })}</td>
                <td>
                  <Spoken words={words(category.bron, category.bronEngels)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </section>
  );
}
