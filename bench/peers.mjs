// The same work done by others: DuckDB runs the SQL that `model sql` writes, over the same table and over the same CSV file; three rule engines
// for JSON run the same indicators on the first 10,000 providers. Each prints the check sums of those rows, which must equal ours.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { ZenEngine } from '@gorules/zen-engine';
import { parse } from '@marcbachmann/cel-js';
import { Engine } from 'json-rules-engine';

const [workloadPath, folder, engineOutput] = process.argv.slice(2);
const workload = JSON.parse(readFileSync(workloadPath, 'utf8'));
const checkedRows = 10000;
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function timed(runs, work) {
  const seconds = [];
  for (let run = 0; run < runs; ++run) {
    const start = performance.now();
    await work();
    seconds.push((performance.now() - start) / 1000);
  }
  return median(seconds);
}

/** Position-weighted, so that rows or indicators that change places are seen. */
function checkSum(rows) {
  const sum = { outcomes: 0, lowest: 0, highest: 0, known: 0 };
  rows.forEach((row, i) => {
    row.outcomes.forEach((outcome, k) => (sum.outcomes += outcome * (k + 1) * ((i % 1000) + 1)));
    sum.lowest += row.lowest;
    sum.highest += row.highest;
    sum.known += row.known;
  });
  return `outcomes ${sum.outcomes} lowest ${sum.lowest} highest ${sum.highest} known ${sum.known}`;
}

/** Points from outcomes, for engines that only judge the indicators. */
function added(outcomes) {
  const low = {}, high = {};
  let known = 0;
  workload.indicators.forEach((indicator, k) => {
    const at = indicator.category;
    low[at] = (low[at] ?? 0) + (outcomes[k] === 2 ? indicator.points : 0);
    high[at] = (high[at] ?? 0) + (outcomes[k] !== 0 ? indicator.points : 0);
    known += outcomes[k] !== 1 ? indicator.points : 0;
  });
  const capped = (sums) => Object.entries(sums).reduce((total, [key, sum]) => total + Math.min(sum, workload.categories[key]), 0);
  return { outcomes, lowest: capped(low), highest: capped(high), known };
}

// ---- DuckDB

const outcomeCode = { 'geen-treffer': 0, onbekend: 1, treffer: 2, 'niet-van-toepassing': 3, 'terzijde-gelegd': 4, 'niet-meegeteld': 5 };

async function duckdb() {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const run = (sql) => connection.run(sql);
  const sql = readFileSync(`${folder}/model.sql`, 'utf8').replace(/\norder by aanbieder\s*$/, '');
  const csv = `read_csv('${folder}/facts.csv', header = true, types = {'aanbieder': 'VARCHAR'})`;
  await run('create table context (indicator varchar)');
  await run('create table terzijde (aanbieder varchar, indicator varchar, stap integer)');
  await run('set threads = 1');
  await run(`create table invoer as select * from ${csv}`);
  const score = await timed(5, () => run(`create or replace table uitkomst as ${sql}`));
  await run('drop table invoer');
  const fromCsv = async (threads) => {
    await run(`set threads = ${threads}`);
    return timed(5, async () => {
      await run(`create or replace table invoer as select * from ${csv}`);
      await run(`create or replace table uitkomst as ${sql}`);
    });
  };
  const one = await fromCsv(1);
  const two = await fromCsv(2);
  const reader = await connection.runAndReadAll(`select * from uitkomst order by aanbieder limit ${checkedRows}`);
  const rows = reader.getRowObjects().map((row) => ({
    outcomes: workload.indicators.map((indicator) => outcomeCode[row[`u_${indicator.key}`]]),
    lowest: Number(row.laagste),
    highest: Number(row.hoogste),
    known: Math.round(row.volledigheid * workload.indicators.reduce((total, indicator) => total + indicator.points, 0)),
  }));
  return { score, one, two, sum: checkSum(rows) };
}

// ---- rule engines for JSON

/** An atom as a nested choice: 1 unknown, 2 yes, 0 no. */
function atomText([left, under, sign, limit], equals, number) {
  const missing = under ? `${left} ${equals} null ${orWord} ${under} ${equals} null ${orWord} ${under} ${equals} ${number(0)}` : `${left} ${equals} null`;
  const value = under ? `${left} / ${under}` : left;
  return `((${missing}) ? 1 : ((${value} ${sign} ${number(limit)}) ? 2 : 0))`;
}
let orWord = 'or';

function indicatorText(indicator, words) {
  orWord = words.or;
  const atoms = indicator.atoms.map((atom) => atomText(atom, '==', words.number));
  const decisive = indicator.join === 'and' ? 0 : 2;
  const other = 2 - decisive;
  if (atoms.length === 1) return atoms[0];
  const any = atoms.map((atom) => `${atom} == ${decisive}`).join(` ${words.or} `);
  const all = atoms.map((atom) => `${atom} == ${other}`).join(` ${words.and} `);
  return `((${any}) ? ${decisive} : ((${all}) ? ${other} : 1))`;
}

async function zen(rows) {
  const expressions = workload.indicators.map((indicator) => ({
    id: indicator.key,
    key: indicator.key,
    value: indicatorText(indicator, { or: 'or', and: 'and', number: String }),
  }));
  const graph = {
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      { id: 'rules', name: 'rules', type: 'expressionNode', position: { x: 1, y: 0 }, content: { expressions } },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
  let results;
  const seconds = await timed(3, async () => {
    results = [];
    for (const row of rows) {
      const { result } = await decision.evaluate(row);
      results.push(added(workload.indicators.map((indicator) => Number(result[indicator.key]))));
    }
  });
  return { seconds, sum: checkSum(results) };
}

async function cel(rows) {
  const number = (value) => (Number.isInteger(value) ? `${value}.0` : String(value));
  const rules = workload.indicators.map((indicator) => parse(indicatorText(indicator, { or: '||', and: '&&', number })));
  let results;
  const seconds = await timed(3, async () => {
    results = rows.map((row) => added(rules.map((rule) => Number(rule(row)))));
  });
  return { seconds, sum: checkSum(results) };
}

/** Two rules per indicator: one for a hit, one for unknown. Quotients are facts that the engine computes. */
async function jsonRules(rows) {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const signs = { '<': (a, b) => a < b, '>': (a, b) => a > b, '>=': (a, b) => a >= b };
  for (const [sign, of] of Object.entries(signs)) engine.addOperator(`known ${sign}`, (a, b) => a !== null && of(a, b));
  for (const [sign, of] of Object.entries(signs)) engine.addOperator(`maybe ${sign}`, (a, b) => a === null || of(a, b));
  const quotient = (left, under) => `${left}/${under}`;
  for (const indicator of workload.indicators) {
    for (const [left, under] of indicator.atoms) {
      if (!under) continue;
      engine.addFact(quotient(left, under), async (params, almanac) => {
        const a = await almanac.factValue(left);
        const b = await almanac.factValue(under);
        return a === null || b === null || b === 0 ? null : a / b;
      });
    }
  }
  workload.indicators.forEach((indicator, k) => {
    const group = indicator.join === 'and' ? 'all' : 'any';
    for (const certainty of ['known', 'maybe']) {
      const conditions = indicator.atoms.map(([left, under, sign, limit]) => ({
        fact: under ? quotient(left, under) : left, operator: `${certainty} ${sign}`, value: limit,
      }));
      engine.addRule({ conditions: { [group]: conditions }, event: { type: certainty, params: { k } } });
    }
  });
  let results;
  const seconds = await timed(1, async () => {
    results = [];
    for (const row of rows) {
      const outcomes = new Array(workload.indicators.length).fill(0);
      const { events } = await engine.run(row);
      for (const event of events) outcomes[event.params.k] = Math.max(outcomes[event.params.k], event.type === 'known' ? 2 : 1);
      results.push(added(outcomes));
    }
  });
  return { seconds, sum: checkSum(results) };
}

// ---- all together

function firstRows() {
  const lines = readFileSync(`${folder}/facts.csv`, 'utf8').split('\n', checkedRows + 1);
  const names = lines[0].split(',');
  return lines.slice(1).map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.slice(1).map((name, i) => [name, cells[i + 1] === '' ? null : Number(cells[i + 1])]));
  });
}

const ours = readFileSync(engineOutput, 'utf8');
const seconds = (name) => Number(ours.match(new RegExp(`${name} ([0-9.]+)`))[1]);
const expected = ours.match(/check sums of the first \d+ rows: (.*)/)[1];
const rows = firstRows();
const perProvider = seconds('score_one') / 1e6;

console.log('| peer | rows | peer | Slagboom | peer ÷ Slagboom | check sums |');
console.log('|---|---|---|---|---|---|');
let wrong = 0;
function report(name, count, peer, mine, sum) {
  const same = sum === expected;
  wrong += same ? 0 : 1;
  console.log(`| ${name} | ${count.toLocaleString('en')} | ${(peer * 1e3).toFixed(1)} ms | ${(mine * 1e3).toFixed(3)} ms | ${(peer / mine).toFixed(peer / mine < 100 ? 1 : 0)} | ${same ? 'equal' : sum} |`);
}
const duck = await duckdb();
report('DuckDB, one thread, table in memory', 1e6, duck.score, seconds('score_one'), duck.sum);
report('DuckDB, one thread, from CSV', 1e6, duck.one, seconds('csv_one'), duck.sum);
report('DuckDB, two threads, from CSV', 1e6, duck.two, seconds('csv_two'), duck.sum);
for (const [name, engine] of [['@gorules/zen-engine', zen], ['@marcbachmann/cel-js', cel], ['json-rules-engine', jsonRules]]) {
  const result = await engine(rows);
  report(name, checkedRows, result.seconds, perProvider * checkedRows, result.sum);
}
process.exit(wrong === 0 ? 0 : 1);
