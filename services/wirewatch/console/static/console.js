// Puts new alerts on top of the list as they arrive. Without it the page works; it just has to be reloaded.
"use strict";
const live = document.getElementById("live");
if (live && !live.hasAttribute("data-off") && "EventSource" in window) {
  const list = document.getElementById("alerts");
  const source = new EventSource("/live?after=" + encodeURIComponent(live.dataset.after));
  source.onopen = () => { live.textContent = "Live: new alerts appear by themselves."; };
  source.onerror = () => { live.textContent = "Not connected; trying again."; };
  source.addEventListener("alert", (event) => {
    const holder = document.createElement("template");
    holder.innerHTML = event.data; // our own server's row, escaped there; the policy forbids scripts in it
    const row = holder.content.firstElementChild;
    list.querySelector(`[data-alert="${CSS.escape(row.dataset.alert)}"]`)?.remove();
    row.classList.add("fresh");
    list.prepend(row);
    document.getElementById("empty").hidden = true;
  });
}
