/*! Haberdash __HABERDASH_VERSION__, MIT OR Apache-2.0 */
// The loader: finds its siblings by its own address, listens to the page at once, and fetches the widget when the page is loaded and quiet. Attributes and API: haberdash.d.ts and the merchant guide.
(function () {
  'use strict';
  var script = document.currentScript, w = window, version = '__HABERDASH_VERSION__';
  if (!script) return;
  // A second tag on the page does nothing, unless it is a host: then it is mounted by the first.
  if (w.Haberdash && w.Haberdash.version) {
    if (script.dataset.haberdash) {
      var stand = document.createElement('div');
      for (var i = 0; i < script.attributes.length; i++) if (/^data-/.test(script.attributes[i].name)) stand.setAttribute(script.attributes[i].name, script.attributes[i].value);
      script.parentNode.insertBefore(stand, script.nextSibling);
    }
    return;
  }
  var base = new URL('.', script.src).href;
  // The widget, and its companion for what is wrong: the hashes of glue and module. Then its parts for what few pages need: name, the part below, hash.
  var APP = ['haberdash_app', '__HABERDASH_INTEGRITY_GLUE__', '__HABERDASH_INTEGRITY_WASM__'];
  var EXTRA = ['haberdash_extra', '__HABERDASH_INTEGRITY_EXTRA_GLUE__', '__HABERDASH_INTEGRITY_EXTRA_WASM__'];
  var PARTS = '__HABERDASH_PARTS__';
  var app = null, early = {};
  var readyDone, readyFailed, ready = new Promise(function (ok, no) { readyDone = ok; readyFailed = no; });
  ready.catch(function () {});

  // ---- the data layer: what is there already, and what comes
  var name = script.dataset.layer || 'dataLayer', layer = (w[name] = w[name] || []), entries = [];
  function plain(key, value) { return value instanceof Node || value === w || typeof value === 'function' ? undefined : value; }
  function take(entry) {
    try {
      var text = JSON.stringify(entry, plain);
      // Entries that are ours, and huge ones, say nothing about the shopper.
      if (!text || text.length > 100000 || /"event":"haberdash_/.test(text)) return;
      if (app) app.dataLayer(text); else entries.push(text);
    } catch (e) { /* an entry with a cycle is not for us */ }
  }
  Array.prototype.forEach.call(layer, take);
  var push = layer.push;
  layer.push = function () {
    var result = push.apply(layer, arguments);
    for (var i = 0; i < arguments.length; i++) take(arguments[i]);
    return result;
  };

  // ---- the API: calls made before the widget is here, or before a host is mounted, wait
  function settled(host) {
    function done() { return /ready|failed|empty/.test(host.getAttribute('data-haberdash-state')); }
    if (!(host instanceof Element) || !host.isConnected || !host.hasAttribute('data-haberdash') || done()) return;
    return new Promise(function (ok) {
      var watch = new MutationObserver(function () { if (done()) { watch.disconnect(); ok(); } });
      watch.observe(host, { attributes: true, attributeFilter: ['data-haberdash-state'] });
    });
  }
  var api = (w.Haberdash = { version: version, ready: ready });
  // What is forgotten is forgotten before anything that was called later.
  var last = ready;
  function offer(method, before) {
    api[method] = function () {
      var args = arguments;
      var done = last.then(function () { return before && before(args[0]); }).then(function () { return app[method].apply(app, args); });
      if (method === 'forget') (last = done.catch(function () { return ready; })).catch(function () {});
      return done;
    };
  }
  ['configuration', 'select', 'configure'].forEach(function (method) { offer(method, settled); });
  ['mount', 'unmount', 'track', 'history', 'remember', 'mode'].forEach(function (method) { offer(method); });
  offer('forget', function () { return more('seldom'); });

  // ---- a turn for the page: what is long is done in pieces, and the page's own events come in between
  // Timers that follow each other wait four milliseconds each.
  function turn(value) {
    return new Promise(function (ok) {
      function go() { ok(value); }
      w.scheduler && w.scheduler.postTask ? w.scheduler.postTask(go) : setTimeout(go);
    });
  }

  // ---- getting the widget: glue, wasm and the first files side by side
  function hosts() { return document.querySelectorAll('[data-haberdash]'); }
  function ask(address, from) {
    var url = new URL(address, from || document.baseURI).href;
    return (early[url] = early[url] || fetch(url).then(function (answer) {
      // What is in it as well: whoever asks for that has it at once.
      var body = answer.arrayBuffer();
      body.catch(function () {});
      answer.arrayBuffer = function () { return body; };
      return answer;
    }));
  }
  function failed(why) {
    console.error('[haberdash] ' + why);
    hosts().forEach(function (host) {
      if (host.shadowRoot || host === script) return;
      host.setAttribute('data-haberdash-state', 'failed');
      host.dispatchEvent(new CustomEvent('haberdash:error', { bubbles: true, composed: true, detail: { message: why } }));
    });
    readyFailed(new Error(why));
  }
  function known(hash) { return hash.indexOf('sha') ? undefined : hash; }
  // What the hosts will ask for, while the widget is on its way.
  function prefetch() {
    if (app) return;
    var language = /^(de|fr|es|ar)\b/i.exec(script.dataset.locale || document.documentElement.lang);
    if (language) ask(base + 'haberdash_words_' + language[1].toLowerCase() + '.txt').catch(function () {});
    hosts().forEach(function (host) {
      try {
        var product = host.dataset.product;
        if (product) ask(product).then(function (answer) { return answer.arrayBuffer(); }).then(function (body) { return new Response(body).json(); }).then(function (file) {
          // Pages put all kinds of things on `Object.prototype`: only what is written in the file counts.
          function own(object, name) { return object && Object.prototype.hasOwnProperty.call(object, name) ? object[name] : null; }
          var from = new URL(product, document.baseURI), named = [own(file, 'extend')];
          (own(file, 'options') || []).forEach(function (option) { if (own(option, 'kind') === 'image') more('logo'); (own(option, 'choices') || []).forEach(function (choice) { named.push(own(choice, 'library')); }); });
          if (named.some(Boolean)) more('files');
          if (own(file, 'rules') || own(file, 'prices')) more('rules');
          var kinds = (own(file, 'options') || []).map(function (option) { return own(option, 'kind') + ' ' + own(option, 'display'); }).join();
          var grid = /grid/.test(kinds), fields = own(file, 'layout') || own(file, 'lead_days') || /color|quantity|measure/.test(kinds);
          if (grid) more('grid');
          if (fields) more('fields');
          if (own(file, 'fonts') || /(^|,)text /.test(kinds)) more('text');
          if (grid || fields) more('looks');
          // The pictures that it starts with, when all of the network is theirs.
          var view = own(own(file, 'views'), 0), pictures = [];
          (own(view, 'layers') || []).forEach(function (layer) {
            if (own(layer, 'when')) return;
            pictures.push(own(layer, 'shade'), own(layer, 'photo'), own(layer, 'mask'));
            (own(file, 'options') || []).forEach(function (option) {
              if (own(option, 'id') === own(layer, 'paint')) (own(option, 'choices') || []).forEach(function (choice, i) { if (own(option, 'default') ? own(option, 'default') === own(choice, 'id') : !i) pictures.push(own(choice, 'texture')); });
            });
          });
          main.then(function () { pictures.forEach(function (address) { if (typeof address === 'string') new Image().src = new URL(address, from); }); }).catch(function () {});
          named.concat(own(file, 'compiled'), own(view, 'art')).forEach(function (address) { if (typeof address === 'string') ask(address, from).catch(function () {}); });
        }).catch(function () {});
        else {
          if (script.dataset.catalog) ask(script.dataset.catalog).catch(function () {});
          if (script.dataset.index) { more('index'); ask(script.dataset.index.replace(/\/*$/, '/manifest.json')).catch(function () {}); }
        }
      } catch (e) { /* a wrong address is told when the host is mounted */ }
    });
  }
  function file(name, hash) { return fetch(base + name, known(hash) ? { integrity: hash } : {}); }
  // A promise of a module that is ready to be called, and what it exports. Glue and wasm come side by side.
  function get(part) {
    var glue = base + part[0] + '.js', name = part[0] + '_bg.wasm', preload = document.createElement('link');
    preload.rel = 'modulepreload';
    preload.href = glue;
    preload.crossOrigin = 'anonymous';
    if (known(part[1])) preload.integrity = part[1];
    document.head.appendChild(preload);
    var wasm = file(name, part[2]);
    wasm.catch(function () {});
    return import(glue).then(function (module) {
      return wasm.then(function (answer) { return module.default({ module_or_path: good(answer, name) }); })
        .then(function (main) { return [module, main]; });
    });
  }
  function good(answer, name) {
    if (!answer.ok) throw new Error(name + ' answered with status ' + answer.status);
    return answer;
  }
  // A part is compiled while the module is on its way, and joined to it when both are there.
  var main, got = {};
  function part(row) {
    var name = 'haberdash_' + row[0] + '.wasm';
    var code = file(name, row[2]).then(function (answer) { return good(answer, name).arrayBuffer(); }).then(WebAssembly.compile);
    return Promise.all([code, main, row[1] && more(row[1])]).then(function (all) {
      return WebAssembly.instantiate(all[0], { main: all[1][1] });
    });
  }
  // A promise of a part by its name, or of the companion by the name 'explain': the same each time. 'turn' is none: a turn for the page.
  function more(name) {
    if (name === 'turn') return turn();
    if (!got[name]) {
      var row = PARTS.split(',').map(function (text) { return text.split(' '); }).filter(function (row) { return row[0] === name; })[0];
      got[name] = name === 'explain' ? get(EXTRA).then(function (both) { return both[0]; }) : name === 'looks' ? file('haberdash_parts.txt', '').then(function (answer) { return good(answer, name).text(); }) : row ? part(row) : Promise.resolve();
      got[name].catch(function () {});
    }
    return got[name];
  }
  var started = false;
  function start() {
    if (started) return;
    started = true;
    main = get(APP);
    prefetch();
    document.addEventListener('DOMContentLoaded', prefetch);
    // A browser reads its tables for writing prices when they are first asked for: better while the files are on their way than after.
    setTimeout(function () {
      try { new Intl.NumberFormat(document.documentElement.lang || [], { style: 'currency', currency: 'EUR' }).format(1); } catch (e) { /* no language we know */ }
    });
    main.then(turn).then(function (both) {
      both[0].start(script, early, more);
      app = both[0];
      entries.splice(0).forEach(function (text) { app.dataLayer(text); });
      readyDone();
    }).catch(function (error) {
      failed('the widget cannot be started, the page\u2019s own markup stays: ' + (error && error.message || error));
    });
  }

  // ---- when: the page comes first. After it is loaded: where there is a configurator as soon as the theme's own picture is painted and the browser idle,
  // and it does not wait for a slow page longer than three seconds; for strips, and for what only happens on a page, when its scripts have fetched nothing
  // more for half a second.
  function urgent() { return script.dataset.haberdash || document.querySelector('[data-haberdash=configurator]'); }
  // The pictures that live ones will lie over are often the largest paint: nothing is asked for until they are decoded and seen.
  function pictured(then) {
    var pictures = [];
    document.querySelectorAll('[data-image-target]').forEach(function (host) {
      try {
        document.querySelectorAll(host.dataset.imageTarget).forEach(function (target) {
          [target].concat(Array.from(target.querySelectorAll('img'))).forEach(function (picture) { if (picture.complete) pictures.push(picture.decode()); });
        });
      } catch (e) { /* a wrong selector is told when the host is mounted */ }
    });
    if (!pictures.length) then();
    else Promise.allSettled(pictures).then(function () { requestAnimationFrame(function () { requestAnimationFrame(then); }); });
  }
  function loaded() {
    var timer, watch;
    function go() {
      if (watch) watch.disconnect();
      start();
    }
    function idle() {
      if (w.requestIdleCallback) w.requestIdleCallback(go, { timeout: 50 });
      else setTimeout(go, 50);
    }
    // A configurator may come by a script.
    function wait() {
      clearTimeout(timer);
      if (urgent()) pictured(idle);
      else timer = setTimeout(go, 500);
    }
    if (!urgent()) {
      watch = new PerformanceObserver(wait);
      watch.observe({ entryTypes: ['resource'] });
    }
    wait();
    // Some pages are never quiet.
    setTimeout(go, 3000);
  }
  if (document.readyState === 'complete') loaded();
  else {
    w.addEventListener('load', loaded);
    setTimeout(function () { if (urgent()) start(); }, 3000);
  }
})();
