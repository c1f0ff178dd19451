import { useText } from '../../locales/Language';
import { PageHeading } from '../../ui/page-heading/PageHeading';
import { FormSamples } from './FormSamples';
import { ListSamples } from './ListSamples';
import { SignalSamples } from './SignalSamples';
import { StateSamples } from './StateSamples';
import { TableSamples } from './TableSamples';

/** Names of components and sample data are not translated: the readers of this page are developers. */
export function ComponentGalleryPage() {
  const t = useText();
  return (
    <>
      <PageHeading title={t('component-gallery.title')} intro={t('component-gallery.intro')} />
      <SignalSamples />
      <TableSamples />
      <ListSamples />
      <FormSamples />
      <StateSamples />
    </>
  );
}
