// Keeps the page's main part fresh: the stream says that something changed, the page is asked for once more.
(() => {
  const content = document.getElementById("content");
  const live = document.getElementById("live");
  let asked = false;
  let busy = false;

  const say = (text) => {
    if (live.textContent !== text) {
      live.textContent = text;
    }
  };

  const refresh = async () => {
    asked = true;
    if (busy) {
      return;
    }
    busy = true;
    try {
      while (asked) {
        asked = false;
        const answer = await fetch(location.href, {
          headers: { Accept: "text/html", "Accept-Language": document.documentElement.lang },
          redirect: "manual",
        });
        if (answer.status === 401 || answer.type === "opaqueredirect") {
          location.reload(); // the sign-in is over
          return;
        }
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.getElementById("content");
        if (fresh.innerHTML !== content.innerHTML) {
          const focused = content.contains(document.activeElement) ? document.activeElement.id : "";
          content.replaceChildren(...fresh.childNodes);
          document.getElementById(focused)?.focus({ preventScroll: true });
        }
        say(live.dataset.on);
      }
    } catch {
      say(live.dataset.off);
    } finally {
      busy = false;
    }
  };

  // The browser comes back by itself after a stream has ended, but not after a refusal.
  const follow = () => {
    const events = new EventSource(location.pathname + "/events");
    let over = false;
    events.addEventListener("changed", refresh);
    events.addEventListener("error", () =>
      setTimeout(() => {
        if (events.readyState !== EventSource.OPEN) {
          say(live.dataset.off);
        }
        if (events.readyState === EventSource.CLOSED && !over) {
          over = true;
          refresh();
          follow();
        }
      }, 10_000),
    );
  };
  follow();
})();
