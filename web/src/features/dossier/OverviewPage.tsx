import { getRouteApi } from '@tanstack/react-router';
import { useMay } from '../../api/session';
import { ContactCard } from './contact/ContactCard';
import { KeyFacts } from './KeyFacts';
import { useDossier, useProvider } from './queries';
import { WhyThisColour } from './why/WhyThisColour';

const route = getRouteApi('/aanbieders/$id');

/** The facts that are looked up every day, and why the colour is what it is. */
export function OverviewPage() {
  const { id, asOf } = useDossier();
  const { screening } = route.useSearch();
  const { data: provider } = useProvider(id, asOf);
  const seesColours = useMay('view_assessment');
  if (!provider) return null;
  const shown = screening ? Number(screening) : provider.beoordeling?.screening;
  return (
    <>
      <KeyFacts provider={provider} />
      {seesColours && shown !== undefined && <WhyThisColour key={shown} id={id} screening={shown} />}
      <ContactCard provider={provider} />
    </>
  );
}
