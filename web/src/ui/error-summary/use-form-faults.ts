import { useState } from 'react';
import type { FieldErrors, FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { fieldIdOf, isProblem } from '../../api/problem';
import { useLanguage, useText, type Text } from '../../locales/Language';
import type { ServerText } from '../../locales/server-texts';
import type { Fault } from './ErrorSummary';

type PlaceOf = (pointer: string) => string;

/** The id of a field is its path with dashes, as in the JSON pointers of the server. */
const idOf = (path: string) => path.replaceAll('.', '-');

/**
 * All faults of a form together: those found here, whose message is the key of a text, and those that the server names by field.
 * A fault of the server goes when the form is sent again. What it says of the whole belongs to the field `whole`, where there is one.
 * Where the form sends other lines than it shows, `placeOf` gives the pointer in the form for the one of the server.
 */
export function useFormFaults<Values extends FieldValues>(form: UseFormReturn<Values>, whole?: Path<Values>) {
  const t = useText();
  const { say } = useLanguage();
  const [refusal, setRefusal] = useState<{ faults: Fault[]; attempt: number }>({ faults: [], attempt: 0 });
  const { errors, submitCount, isSubmitting } = form.formState;

  const own = faultsIn(errors, t);
  const theirs = own.length > 0 || isSubmitting ? [] : refusal.faults;
  const list = [...own, ...theirs];

  return {
    list,
    attempt: submitCount + refusal.attempt,
    of: (path: Path<Values>) => list.find((fault) => fault.field === idOf(path))?.text,
    refused: (error: unknown, placeOf: PlaceOf = (pointer) => pointer) =>
      setRefusal((before) => ({ faults: faultsOf(error, t, say, placeOf, whole), attempt: before.attempt + 1 })),
  };
}

function faultsIn(errors: FieldErrors, t: Text, above = ''): Fault[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    if (!error) return [];
    const path = above ? `${above}-${name}` : name;
    if (typeof error.message === 'string') return [{ field: path, text: t(error.message) }];
    return faultsIn(error as FieldErrors, t, path);
  });
}

function faultsOf(error: unknown, t: Text, say: ServerText, placeOf: PlaceOf, whole: string | undefined): Fault[] {
  if (!isProblem(error)) throw error;
  if (error.code === 'geen-verbinding') return [{ text: t('fault.unreachable') }];
  if (error.faults.length > 0)
    return error.faults.map((fault) => {
      const field = fault.veld ? fieldIdOf(placeOf(fault.veld)) : whole && idOf(whole);
      return { ...(field && { field }), ...say(fault.reden) };
    });
  return [error.message ? say(error.message) : { text: t('fault.server') }];
}
