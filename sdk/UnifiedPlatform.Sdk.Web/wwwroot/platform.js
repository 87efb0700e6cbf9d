/* UnifiedPlatform enhancement script. Every page works without it; it only makes the same forms and links quicker.
   It holds no user text: every sentence stands in the page, hidden, put there by the server in the reader's language. */
(() => {
  const d = document, root = d.documentElement, store = sessionStorage, runs = new WeakMap(), waits = new WeakMap();
  const one = (s, r = d) => r.querySelector(s), all = (s, r = d) => [...r.querySelectorAll(s)], has = (el, a) => el.hasAttribute(a);
  const flag = (el, name, on) => el && (on ? el.setAttribute(name, 'true') : el.removeAttribute(name));
  const busy = (el, on) => flag(el, 'aria-busy', on), stale = (el, on) => flag(el, 'data-up-stale', on);
  const show = (el, on) => { if (el) el.hidden = !on; };
  const ime = e => e.isComposing || e.keyCode === 229;                    // an input method is picking a character
  const byId = id => d.getElementById(id), on = (type, run) => d.addEventListener(type, run), halt = e => e.preventDefault();
  const keyed = () => all('[aria-keyshortcuts]'), keysOf = el => el.getAttribute('aria-keyshortcuts'), menus = () => all('[data-up-menu][open]');
  const told = (f, a) => f.getAttribute(a);                               // a field named action or method hides the property of that name
  const slot = f => 'up:' + f.dataset.upKeep;
  let sayer, sure;
  // browsers that support it let markup in only through this one policy; the markup is the server's own, already encoded
  const policy = window.trustedTypes?.createPolicy('up', { createHTML: s => s }), safe = s => policy ? policy.createHTML(s) : s;
  root.classList.add('up-on');

  /* 1 live region: one polite region a page, emptied first so that an equal text is read again */
  const say = text => {
    const p = one('#up-say');
    if (!p || !text) return;
    clearTimeout(sayer); p.textContent = '';
    sayer = setTimeout(() => p.textContent = text, 80);
  };

  /* 2 fragments: a form with data-up-into refreshes part of the page while its fields change */
  const put = (into, html) => {
    const id = into.contains(d.activeElement) && d.activeElement.id;
    into.innerHTML = safe(html);
    if (id) byId(id)?.focus();
    say(one('[data-up-say]', into)?.dataset.upSay);
    ready(into);
  };
  const load = async form => {
    const into = one(form.dataset.upInto), stop = new AbortController(), body = new FormData(form), init = { signal: stop.signal, headers: { 'X-Up-Fragment': into.id } };
    let url = form.dataset.upGet || told(form, 'action');
    if (told(form, 'method') === 'post') { init.method = 'POST'; init.body = body; }        // personal data never stands in an address
    else url = url.split('?')[0] + '?' + new URLSearchParams(body);
    runs.get(form)?.abort();
    runs.set(form, stop);
    busy(into, 1);
    try {
      const r = await fetch(url, init);
      if (r.redirected) return location.assign(r.url);                           // signed out meanwhile
      if (!r.ok) throw r;
      put(into, await r.text());
      stale(into);
    } catch (e) { if (e.name !== 'AbortError') stale(into, 1); }
    if (runs.get(form) === stop) busy(into);
  };

  /* 3 kept text: what was typed outlives a lost post, a module swap and a reload, in this tab only */
  const fields = f => [...f.elements].filter(el => el.name && el.name[0] !== '_' && !/hidden|password|file|submit|button/.test(el.type) && !el.closest('[data-up-private]'));
  const tick = el => /radio|checkbox/.test(el.type);
  const state = el => [el.name, tick(el) ? el.value + '|' + el.checked : el.value];
  const refill = f => {
    const was = JSON.parse(store[slot(f)] || '[]');
    let hit;
    fields(f).forEach((el, i) => {
      const [name, value] = was[i] || [];
      if (name !== el.name || value === state(el)[1]) return;
      if (!tick(el)) el.value = value;
      else if (value === el.value + '|' + !el.checked) el.checked = !el.checked;
      else return;
      hit = 1;
    });
    if (hit) show(one('[data-up-restored]', f), 1);
  };

  /* 4 posts that may fail: the page stays, the text stays, the idempotency key stays */
  const send = async (form, by) => {
    const lost = one('[data-up-lost]', form), body = new FormData(form);
    if (has(form, 'aria-busy')) return;
    if (by?.name) body.append(by.name, by.value);
    busy(form, 1); busy(by, 1); show(lost);
    try {
      const r = await fetch(told(form, 'action'), { method: 'POST', body, headers: { 'X-Up-Post': '1' } });
      if ([429, 502, 503, 504].includes(r.status)) throw r;
      if (r.redirected) return location.assign(r.url);
      const page = new DOMParser().parseFromString(safe(await r.text()), 'text/html'), main = one('main', page);
      d.title = page.title;
      one('main').replaceWith(d.adoptNode(main));
      ready(main, 1);
      (one('[autofocus]', main) || main).focus();
    } catch { show(lost, 1); lost?.focus(); }
    busy(form); busy(by);
  };

  /* 5 submit: confirm in a dialog of the page whose fields carry form="…"; then post, refresh or go on as usual */
  on('submit', e => {
    const form = e.target, by = e.submitter, box = byId(by?.dataset.upConfirm || form.dataset.upConfirm);
    if (box && sure !== form) {
      halt(e);
      box.returnValue = '';
      box.onclose = () => {
        if (box.returnValue !== 'yes') return by?.focus();
        sure = form; form.requestSubmit(by); sure = 0;
      };
      box.showModal();
    } else if (has(form, 'data-up-post')) { halt(e); send(form, by); }
  });

  /* 6 typing */
  const typed = e => {
    const f = e.target.form, pick = e.target.dataset.upPick;
    if (!f || ime(e)) return;
    if (pick) byId(pick).value = e.target.value;
    if (has(f, 'data-up-into')) { clearTimeout(waits.get(f)); waits.set(f, setTimeout(load, 120, f)); }
    if (has(f, 'data-up-keep')) store[slot(f)] = JSON.stringify(fields(f).map(state));
  };
  on('input', typed);
  on('compositionend', typed);

  /* 7 keys: aria-keyshortcuts is both the promise to the reader and the contract with this script */
  on('keydown', e => {
    const t = e.target, k = e.key, step = { ArrowDown: 1, ArrowUp: -1 }[k];
    let to;
    if (ime(e) || one('dialog[open]')) return;
    if (step && (has(t, 'data-up-row') || t.type === 'search')) {
      const box = t.closest('[data-up-rows]') || one(t.form?.dataset.upInto || '#-'), rows = box ? all('[data-up-row]', box) : [], i = rows.indexOf(t);
      to = rows[i + step] || (i || step > 0 ? 0 : one('main [type=search]'));
      if (to) { halt(e); to.focus(); }
    } else if (k === 'Escape') {
      menus().forEach(m => { m.open = false; one('summary', m).focus(); });
    } else {
      const name = (e.ctrlKey ? 'Control+' : '') + (e.altKey ? 'Alt+' : '') + (e.shiftKey ? 'Shift+' : '') + k;
      to = keyed().find(el => keysOf(el).split(' ').includes(name) && el.offsetParent);
      if (!to) return;
      halt(e);
      if (/text|search|select/.test(to.type)) { to.focus(); to.select?.(); } else to.click();
    }
  });

  /* 8 small aids */
  on('click', e => {
    const b = e.target.closest('button,a,input'), data = b?.dataset || {};
    menus().forEach(m => { if (!m.contains(e.target)) m.open = false; });
    if ('upPrint' in data) print();
    if ('upForget' in data) store.clear();
    if (data.upAll) all(`input[name="${data.upAll}"]`).forEach(c => c.checked = b.checked);
    if ('upDrop' in data) { delete store[slot(b.form)]; b.form.reset(); show(b.closest('[data-up-restored]')); }
    if (data.upSet) {
      const [key, value] = data.upSet.split('=');
      halt(e);
      root.dataset[key] = value;
      d.cookie = `up-${key}=${value};path=/;max-age=31536000;samesite=lax`;
      all(`[data-up-set^="${key}="]`).forEach(o => o.setAttribute('aria-pressed', o === b));
    }
    if ('upKeys' in data) {
      const box = one('#up-keys'), list = one('dl', box);
      list.textContent = '';
      keyed().forEach(el => {
        const dt = d.createElement('dt'), dd = d.createElement('dd');
        dt.append(keysOf(el).replace('Control', 'Ctrl'));
        dd.append(el.dataset.upName || el.textContent);
        list.append(dt, dd);
      });
      box.showModal();
    }
  });

  /* 9 what is under way: a form with data-up-every asks again while the part it fills holds data-up-open, then the page comes anew */
  const follow = f => setTimeout(async () => {
    if (!f.isConnected) return;
    await load(f);
    if (one(f.dataset.upInto + ' [data-up-open]')) follow(f); else location.reload();
  }, f.dataset.upEvery);

  const ready = (part, again) => {
    all('[data-up-hide]', part).forEach(el => all('[data-up-may-hide]').forEach(s => show(s, !el.dataset.upHide.split(' ').includes(s.id))));
    all('[data-up-done]', part).forEach(el => delete store['up:' + el.dataset.upDone]);
    if (!again) all('form[data-up-keep]', part).forEach(refill);
    all('form[data-up-every]', part).forEach(follow);
  };
  ready(d);
})();
