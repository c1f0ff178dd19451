// One provider assessed again has a screening too, which compares with nothing.
const openFullScreening = (page) =>
  page
    .locator('main tbody tr', { hasText: /Alle aanbieders|All providers/ })
    .first()
    .locator('a')
    .click();

// What is visited: the path, who looks, and the name of the picture. `prepare` brings the page into another state.
export const routes = [
  { name: 'sign-in', path: '/' },
  {
    name: 'sign-in-faults',
    path: '/?fout',
    prepare: async (page) => {
      await page.locator('main button[type=submit]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'urgency-list', path: '/urgentielijst', as: 'contractmanager' },
  { name: 'urgency-list-grey', path: '/urgentielijst?kleur=grijs&sorteer=punten&richting=af', as: 'contractmanager' },
  { name: 'urgency-list-nobody', path: '/urgentielijst?zoek=bestaat+niet', as: 'contractmanager' },
  { name: 'no-access', path: '/urgentielijst', as: 'auditor' },
  { name: 'dossier', path: '/aanbieders/31', as: 'contractmanager' },
  { name: 'dossier-open', path: '/aanbieders/11', as: 'contractmanager' },
  { name: 'dossier-past', path: '/aanbieders/33/feiten?bekendOp=2018-11-15&feit=clienten', as: 'contractmanager' },
  { name: 'dossier-contracts', path: '/aanbieders/33/overeenkomsten', as: 'contractmanager' },
  { name: 'dossier-network', path: '/aanbieders/33/netwerk', as: 'contractmanager' },
  { name: 'dossier-history', path: '/aanbieders/11/historie', as: 'contractmanager' },
  { name: 'dossier-log', path: '/aanbieders/33/logboek', as: 'privacy' },
  { name: 'dossier-vault', path: '/aanbieders/33/feiten', as: 'onderzoeker' },
  { name: 'dossier-no-colours', path: '/aanbieders/27', as: 'aanbieder' },
  { name: 'corrections', path: '/correcties', as: 'contractmanager' },
  {
    name: 'correction-propose',
    path: '/aanbieders/33/correctie?feit=personeelskosten&periode=2017',
    as: 'contractmanager',
  },
  { name: 'imports', path: '/gegevens', as: 'contractmanager' },
  { name: 'imports-new', path: '/gegevens/nieuw', as: 'contractmanager' },
  { name: 'imports-mappings', path: '/gegevens/koppelingen?nieuw=ja', as: 'contractmanager' },
  {
    name: 'imports-report',
    path: '/gegevens#verslag',
    as: 'contractmanager',
    prepare: async (page) => {
      // That of the facts has all that a report can have: also what was recognised.
      await page.locator('.last-imports a').last().click();
      await page.locator('.imports__recognised').waitFor();
    },
  },
  { name: 'setup-list', path: '/instellijst', as: 'privacy' },
  { name: 'setup-list-change', path: '/instellijst?wijzig=dpia', as: 'privacy' },
  { name: 'models', path: '/model', as: 'beleid' },
  {
    name: 'model',
    path: '/model?versie',
    as: 'beleid',
    prepare: async (page) => {
      await page.locator('.model-versions a').first().click();
      await page.locator('.indicator').first().waitFor();
    },
  },
  { name: 'accounts', path: '/gebruikers', as: 'beheerder' },
  { name: 'accounts-new', path: '/gebruikers/nieuw', as: 'beheerder' },
  { name: 'account', path: '/gebruikers/3', as: 'beheerder' },
  { name: 'account-restore', path: '/gebruikers/3/herstel', as: 'beheerder' },
  { name: 'keys', path: '/sleutels?nieuw=ja', as: 'beheerder' },
  { name: 'own-account', path: '/mijn-account', as: 'auditor' },
  { name: 'audit-log', path: '/logboek', as: 'auditor' },
  { name: 'audit-log-nothing', path: '/logboek?handeling=vernietigd&vanaf=2019-05-01', as: 'privacy' },
  { name: 'help', path: '/hulp', as: 'contractmanager' },
  { name: 'help-role', path: '/hulp/contractmanager_regio', as: 'contractmanager' },
  { name: 'accessibility', path: '/toegankelijkheid', as: 'contractmanager' },
  { name: 'components', path: '/ontwikkeling/onderdelen', as: 'contractmanager' },
  { name: 'distribution', path: '/verdeling', as: 'beleid' },
  { name: 'screenings', path: '/screenings', as: 'contractmanager' },
  { name: 'screening-new', path: '/screenings/nieuw', as: 'contractmanager' },
  {
    name: 'screening',
    path: '/screenings?uitkomst',
    as: 'contractmanager',
    prepare: async (page) => {
      await openFullScreening(page);
      await page.locator('main figure').waitFor();
    },
  },
  {
    name: 'screening-comparison',
    path: '/screenings?vergelijking',
    as: 'contractmanager',
    prepare: async (page) => {
      await openFullScreening(page);
      await page.locator('main a[href*=vergelijking]').click();
      await page.locator('.filter-bar').waitFor();
    },
  },
  { name: 'my-work-region', path: '/werk', as: 'contractmanager' },
  { name: 'my-work-municipality', path: '/werk', as: 'contractmanager-enschede' },
  { name: 'my-work-toezichthouder', path: '/werk', as: 'toezichthouder-enschede' },
  { name: 'my-work-modeleigenaar', path: '/werk', as: 'modeleigenaar' },
  { name: 'my-work-beheerder', path: '/werk', as: 'beheerder' },
  { name: 'my-work-aanbieder', path: '/werk', as: 'aanbieder' },
];
