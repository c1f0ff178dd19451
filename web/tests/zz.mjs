import { openBrowser } from './region.mjs'; import { judgePages } from './judges/pages.mjs';
const b = await openBrowser(); const s = Date.now(); console.log(await judgePages(b), Date.now() - s, 'ms'); await b.close();
