import * as z from 'zod/mini';
import { rights } from '../../api/generated/rights';
import type { RoleName } from '../../api/types';
import type { NewRole, Role } from './use-accounts';

/** Every role, in the order of the table of rights. */
export const roleNames = Object.keys(rights.view_own_session) as RoleName[];

/** Roles that hold in one municipality; the others hold in the whole region or for one provider. */
const municipal: RoleName[] = ['contractmanager_gemeente', 'toezichthouder', 'beslisser'];

export const asksMunicipality = (role: string) => municipal.includes(role as RoleName);
export const asksDesignation = (role: string) => role === 'toezichthouder';
export const asksMandate = (role: string) => role === 'beslisser';
export const asksProvider = (role: string) => role === 'aanbieder';

/** A role as a form holds it: every field is text, and one that does not belong to the role is left alone. */
export const roleShape = z
  .object({
    rol: z.string(),
    gemeente: z.string(),
    aanbieder: z.string().check(z.trim(), z.regex(/^([1-9][0-9]*)?$/, 'accounts.provider-form')),
    van: z.string(),
    tot: z.string(),
    wet: z.enum(['wmo', 'jeugdwet']),
    soort: z.enum(['kwaliteit', 'rechtmatigheid']),
    datum: z.string(),
    stuk: z.string().check(z.trim()),
  })
  .check(
    z.refine(({ rol, gemeente }) => !asksMunicipality(rol) || gemeente !== '', {
      message: 'accounts.municipality-needed',
      path: ['gemeente'],
    }),
    z.refine(({ rol, aanbieder }) => !asksProvider(rol) || aanbieder !== '', {
      message: 'accounts.provider-needed',
      path: ['aanbieder'],
    }),
    // A decision is known by its day and its document together, or not at all.
    z.refine(({ rol, datum, stuk }) => !asksDecision(rol) || (datum === '') === (stuk === ''), {
      message: 'accounts.decision-whole',
      path: ['stuk'],
    }),
  );
type Place = Pick<RoleValues, 'rol' | 'gemeente' | 'aanbieder' | 'wet' | 'soort' | 'van' | 'tot'>;

/** What makes two roles one and the same, apart from their time. */
function sameness({ rol, gemeente, aanbieder, wet, soort }: Place): string {
  return [
    rol,
    asksMunicipality(rol) ? gemeente : '',
    asksProvider(rol) ? aanbieder : '',
    asksDesignation(rol) ? `${wet} ${soort}` : '',
  ].join('\n');
}

/** Later than any day that somebody fills in. */
const never = '9999-12-31';

function overlap(a: Place, b: Place, today: string): boolean {
  const startsBeforeEnd = (one: Place, other: Place) => (one.van || today) < (other.tot || never);
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

/** The places of the roles that stand there already, at the same time; `today` is the first day where none is filled in. */
function doubles(roles: Place[], today: string): number[] {
  return roles.flatMap((role, place) => {
    const earlier = roles.slice(0, place);
    const isDouble = earlier.some((each) => sameness(each) === sameness(role) && overlap(each, role, today));
    return isDouble ? [place] : [];
  });
}

/** All roles of an account; the second of two that are the same is a fault. */
export const rolesShape = (today: string) =>
  z.object({ rollen: z.array(roleShape) }).check(({ value, issues }) => {
    for (const place of doubles(value.rollen, today)) {
      const path = ['rollen', place, 'rol'];
      issues.push({ code: 'custom', message: 'accounts.role-twice', path, input: value.rollen[place] });
    }
  });

export type RoleValues = z.infer<typeof roleShape>;

export const asksDecision = (role: string) => asksDesignation(role) || asksMandate(role);

export const emptyRole: RoleValues = {
  rol: 'contractmanager_gemeente',
  gemeente: '',
  aanbieder: '',
  van: '',
  tot: '',
  wet: 'wmo',
  soort: 'rechtmatigheid',
  datum: '',
  stuk: '',
};

export function valuesOf(role: Role): RoleValues {
  const decision = role.aanwijzing ?? role.mandaat;
  return {
    ...emptyRole,
    rol: role.rol,
    gemeente: role.gemeente ?? '',
    aanbieder: role.aanbieder === null ? '' : String(role.aanbieder),
    van: role.van,
    tot: role.tot ?? '',
    wet: role.aanwijzing?.wet ?? emptyRole.wet,
    soort: role.aanwijzing?.soort ?? emptyRole.soort,
    datum: decision?.datum ?? '',
    stuk: decision?.stuk ?? '',
  };
}

export function roleOf(values: RoleValues): NewRole {
  const { rol, gemeente, aanbieder, van, tot, wet, soort, datum, stuk } = values;
  const hasDecision = datum !== '' && stuk !== '';
  return {
    rol: rol as RoleName,
    gemeente: asksMunicipality(rol) ? gemeente : null,
    aanbieder: asksProvider(rol) ? Number(aanbieder) : null,
    van: van || null,
    tot: tot || null,
    aanwijzing: asksDesignation(rol) && hasDecision ? { wet, soort, datum, stuk } : null,
    mandaat: asksMandate(rol) && hasDecision ? { datum, stuk } : null,
  };
}
