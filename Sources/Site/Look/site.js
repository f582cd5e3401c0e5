// The site works without this file. It only saves a click here and there.
"use strict";

// "/" leads to the search field, as in many places.
document.addEventListener("keydown", (event) => {
  const inField = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === "/" && !inField && !event.ctrlKey && !event.metaKey && !event.altKey) {
    const field = document.getElementById("find");
    if (field) { event.preventDefault(); field.focus(); field.select(); }
  }
});

// What is wrong with a form is read out first.
document.querySelector("[data-focus]")?.focus();

// Narrowing a list takes effect at once for whoever points. By keys each step through a list of choices is a change.
for (const form of document.querySelectorAll("form.filters")) {
  let isPointing = false;
  form.addEventListener("pointerdown", () => { isPointing = true; });
  form.addEventListener("keydown", () => { isPointing = false; });
  form.addEventListener("change", (event) => {
    if (isPointing && event.target.tagName === "SELECT") form.requestSubmit();
  });
  // Empty fields would only make the address long.
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
  });
}

// Why something is off course is asked where the chosen level needs it; what was typed stays in sight.
for (const causes of document.querySelectorAll("[data-levels]")) {
  const levels = causes.dataset.levels.split("\n"), form = causes.closest("form");
  const show = () => {
    const isTyped = [...causes.querySelectorAll("textarea")].some((field) => field.value);
    causes.hidden = !isTyped && !levels.includes(new FormData(form).get("status"));
  };
  form.addEventListener("change", show);
  addEventListener("pageshow", show);
}

// A form is sent once, however often its button is pressed.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
