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
  { name: 'components', path: '/ontwikkeling/onderdelen', as: 'contractmanager' },
  { name: 'distribution', path: '/verdeling', as: 'beleid' },
];
