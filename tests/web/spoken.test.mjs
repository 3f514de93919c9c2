// What assistive programs are told: roles, names and states as the browsers compute them, not as the markup has them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { until } from './harness.mjs';
import { inEachEngine } from './suite.mjs';

/** Longer than this nobody listens; a claim's own sentence may be. */
const LONGEST = 260;
const PAGES = ['tab=overview', 'tab=map&layers=sites~visits~CSTO', 'dyad=KG-RU', 'tab=timeline', 'tab=contents&focus=KG-RU-bases', 'tab=positions', 'tab=matrix&rows=organisation&cols=state', 'tab=claims&category=bases'];

inEachEngine((at) => {
  const open = async (query) => {
    await at.open(query, { ready: false });
    await at.page.studied();
    await until('the page itself', () => at.page.run('return document.querySelector("main > *") !== null'));
  };
  /** Role and name of an element, as the driver has them from the engine. */
  const told = async (place) => {
    const element = await at.page.find(place);
    return [await element.getAriaRole(), (await element.getAccessibleName()).replace(/\s+/g, ' ').trim()];
  };

  describe('spoken', () => {
    for (const [query, samples] of [
      ['tab=overview', [
        ['.map', 'group', /^Map/],
        ['[data-mark="kant-air-base"]', 'button', /^Kant air base, Russia, air base, open/],
        ['[data-cell="bases:KG-RU"]', 'gridcell', /^Bases and facilities, Kyrgyzstan–Russia/],
        ['#search', 'combobox', /^Search/],
        ['.header [data-share]', 'button', /^Share$/],
        ['[data-do=theme]', 'button', /^Dark theme$/],
      ]],
      ['tab=contents&focus=KG', [
        ['[role=tree]', 'tree', /^Claims by state, power and category$/],
        ['#node-KG', 'treeitem', /^Kyrgyzstan \d+ claims$/],
        ['#node-KG-RU', 'treeitem', /^Russia \d+ claims$/],
      ]],
    ])
      test(`${query}: the map, the matrix, the fields and the tree as what they are`, async () => {
        await open(query);
        for (const [place, role, name] of samples) {
          await until(place, () => at.page.shown(place));
          const [itsRole, itsName] = await told(place);
          // WebKitGTK's driver calls a tree generic and its items links: there only their names are compared.
          if (at.engine !== 'webkit' || !role.startsWith('tree')) assert.equal(itsRole, role, place);
          assert.match(itsName, name, place);
        }
      });
    test('all that takes the focus has a role, a short name and its state', { skip: at.engine !== 'chromium' && 'only Chromium hands out the whole tree' }, async () => {
      const wrong = [];
      for (const query of PAGES) {
        await open(query);
        await at.page.devtools('Accessibility.enable', {});
        const { nodes } = await at.page.devtools('Accessibility.getFullAXTree', {});
        const property = (node, name) => node.properties?.find((one) => one.name === name)?.value.value;
        const focusable = nodes.filter((node) => !node.ignored && property(node, 'focusable') && node.role.value !== 'RootWebArea');
        assert.ok(focusable.length > 20, `${query}: ${focusable.length} take the focus`);
        for (const node of focusable) {
          const [role, name] = [node.role.value, node.name?.value?.trim() ?? ''];
          // A box that scrolls takes the focus as it is.
          if (role === 'generic' && !name) continue;
          if (!name) wrong.push(`${query}: a ${role} without a name`);
          // The cell of organisations says each membership.
          if (name.length > (/^Organisations, /.test(name) ? 2 : 1) * LONGEST && !/link|treeitem/.test(role)) wrong.push(`${query}: ${role} of ${name.length} letters: ${name.slice(0, 60)}`);
          if (role === 'treeitem' && property(node, 'level') === undefined) wrong.push(`${query}: a treeitem without its level`);
          if (/checkbox|switch/.test(role) && property(node, 'checked') === undefined) wrong.push(`${query}: ${name} without its state`);
        }
        await at.page.devtools('Accessibility.disable', {});
      }
      assert.deepEqual(wrong, []);
    });
  });
});
