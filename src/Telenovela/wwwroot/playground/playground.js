// The little that the page must do in the browser itself: keys that the server takes, scrolling, dialogs, clocks, reconnecting.
(() => {
  'use strict';

  let page = null;
  let pinned = true;
  let opener = null;

  const keyOf = event => (event.key === ' ' ? 'Space' : event.key);
  const scroller = () => document.getElementById('scroller');

  // Which keys the server will take stands in data-keys; the browser must not act on them too.
  function keep(event) {
    if (event.isComposing || (event.key === 'Tab' && event.shiftKey)) {
      return;
    }
    const owner = event.target.closest?.('input[data-keys], button[data-keys]');
    if (!owner) {
      return;
    }
    // The list may not have arrived yet when somebody types "/gen" and Tab in one go.
    const early = event.key === 'Tab' && 'slash' in owner.dataset && owner.value.startsWith('/');
    if (early || owner.dataset.keys.split(',').includes(keyOf(event))) {
      event.preventDefault();
    }
  }

  document.addEventListener('keydown', keep, true);
  document.addEventListener('keyup', event => {
    if (event.key === ' ') {
      keep(event);
    }
  }, true);

  // A slash typed anywhere begins a command.
  document.addEventListener('keydown', event => {
    const typing = event.target.closest?.('input:not([type=radio]), textarea, select, dialog');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      document.getElementById('composer-tail')?.focus();
    }
  });

  document.addEventListener('click', event => {
    const mention = event.target.closest?.('[data-command]');
    if (mention) {
      page?.invokeMethodAsync('BeginCommand', mention.dataset.command);
    } else if (event.target.closest?.('[data-reload]')) {
      location.reload();
    }
    const skip = event.target.closest?.('a[data-skip]');
    if (skip) {
      event.preventDefault();
      document.getElementById(skip.getAttribute('href').slice(1))?.focus();
    }
  });

  // The channel stays at its newest message, unless somebody has scrolled up to read.
  function toEnd() {
    const box = scroller();
    if (box) {
      pinned = true;
      box.scrollTop = box.scrollHeight;
    }
  }

  function follow() {
    if (pinned) {
      toEnd();
    }
  }

  document.addEventListener('scroll', event => {
    const box = event.target;
    if (box.id === 'scroller') {
      pinned = box.scrollHeight - box.scrollTop - box.clientHeight < 64;
    }
  }, true);
  document.addEventListener('load', event => {
    if (event.target.tagName === 'IMG') {
      follow();
    }
  }, true);

  // Times are written as the reader's own, in the page's language.
  const styles = {
    t: { timeStyle: 'short' },
    T: { timeStyle: 'medium' },
    d: { dateStyle: 'short' },
    D: { dateStyle: 'long' },
    f: { dateStyle: 'long', timeStyle: 'short' },
    F: { dateStyle: 'full', timeStyle: 'short' },
  };
  const units = [['year', 31557600], ['month', 2629800], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

  function relative(date, language) {
    const seconds = Math.round((date - Date.now()) / 1000);
    const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? units.at(-1);
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
  }

  function stamp(element) {
    const date = new Date(element.dateTime);
    const language = document.documentElement.lang;
    const style = element.dataset.style;
    const words = style === 'R' ? relative(date, language) : new Intl.DateTimeFormat(language, styles[style] ?? styles.f).format(date);
    if (element.textContent !== words) {
      element.textContent = words;
      element.title = new Intl.DateTimeFormat(language, styles.F).format(date);
    }
  }

  const stampAll = () => document.querySelectorAll('time.stamp').forEach(stamp);
  setInterval(stampAll, 1000);

  const sizes = new ResizeObserver(follow);
  let observed = null;
  new MutationObserver(() => {
    stampAll();
    const box = scroller();
    if (box && box !== observed) {
      observed = box;
      sizes.observe(box);
    }
    follow();
  }).observe(document.body, { childList: true, subtree: true, characterData: true });

  // When the server is gone: try for a long while, and start anew where it has forgotten this page.
  document.getElementById('components-reconnect-modal').addEventListener('components-reconnect-state-changed', event => {
    if (event.detail.state === 'rejected') {
      location.reload();
    }
  });

  window.telenovela = {
    attach(reference) {
      page = reference;
      document.body.classList.add('ready');
      if (matchMedia('(pointer: fine)').matches) {
        document.getElementById('composer-tail')?.focus();
      }
    },
    speak(language) {
      document.documentElement.lang = language;
      stampAll();
    },
    focus(id) {
      const element = document.getElementById(id);
      element?.focus();
      if (element?.tagName === 'INPUT' && element.type === 'text') {
        element.setSelectionRange(element.value.length, element.value.length);
      }
    },
    reveal(id) {
      document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
    },
    toEnd,
    openDialog(id) {
      const dialog = document.getElementById(id);
      if (dialog && !dialog.open) {
        opener = document.activeElement;
        dialog.showModal();
        dialog.querySelector('.modal-fields input, .modal-fields textarea, .modal-fields button')?.focus();
      }
    },
    afterDialog() {
      const target = opener?.isConnected && opener !== document.body ? opener : document.getElementById('composer-tail');
      opener = null;
      target?.focus();
    },
  };

  document.addEventListener('DOMContentLoaded', () => Blazor.start({
    circuit: {
      reconnectionOptions: {
        maxRetries: 720,
        retryIntervalMilliseconds: previous => Math.min(250 * 2 ** previous, 5000),
      },
    },
  }));
})();
