// Short names for what the contract describes.
import type { components } from './generated/schema';
import { rights } from './generated/rights';

export type Schema = components['schemas'];
export type Colour = Schema['Kleur'];
export type SubCategory = Schema['Subcategorie'];
export type Step = Schema['Stap'];
export type Change = Schema['Verandering'];
export type Problem = Schema['Probleem'];
export type FieldFault = Schema['Veldfout'];
export type Session = Schema['Sessie'];
export type RoleName = Schema['Rolnaam'];
export type ScreeningReference = Schema['ScreeningVerwijzing'];
export type Verb = keyof typeof rights;
