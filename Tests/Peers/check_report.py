"""Opens report.html in headless Chromium and does with it what readers do.

    check_report.py [--all] SIMRUN CHROMIUM

Checks that the console stays empty, stories open and close by mouse and keyboard, filters, sorting and copying
work, the page prints, both languages and both themes pass the accessibility rules of axe-core (WCAG 2.1 A and
AA), and that all of it can be read with script turned off. Figures are rendered by rsvg-convert where it is there.
With --all the shipped scenario is looked at as well as a small one.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

SMALL = "Scenarios/small/two-missions.json"
SHIPPED = "Scenarios/vancouver-2017.json"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}

mistakes = []


def expect(holds, what):
    if not holds:
        mistakes.append(what)
        print(f"report: {what}", file=sys.stderr)


def written(simrun, scenario, language, folder):
    """Runs the command; gives the folder of its results."""
    out = pathlib.Path(folder) / f"{pathlib.Path(scenario).stem}-{language}"
    subprocess.run(
        [simrun, scenario, "--quiet", "--replications", "1000", "--language", language, "--out", str(out)],
        check=True)
    return out


def opened(browser, path, errors, **options):
    context = browser.new_context(**options)
    page = context.new_page()
    page.on("console", lambda message: errors.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(("file:", "data:")) else errors.append(request.url))
    page.goto(path.as_uri())
    return page


def check_story(page, name):
    link = page.locator("table.map a").first
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog#story")
    expect(dialog.is_visible(), f"{name}: the keyboard does not open a need's story")
    expect(dialog.locator("h3").inner_text() != "", f"{name}: a story has no name")
    page.keyboard.press("Escape")
    expect(not dialog.is_visible(), f"{name}: Escape does not close the story")
    expect(link.evaluate("link => link === document.activeElement"), f"{name}: the focus does not go back to the map")
    page.locator("table.map td[data-story]").first.click()
    expect(dialog.is_visible(), f"{name}: a click does not open a need's story")
    dialog.locator("button.close").click()


def cells(page, table, column):
    return page.locator(f"{table} tbody tr").evaluate_all(
        "(rows, column) => rows.map(row => row.cells[column].textContent)", column)


def check_table(page, name):
    table = "#gap-coverage"
    rows = page.locator(f"{table} tbody tr")
    count = rows.count()
    head = page.locator(f"{table} th[data-key=coverage]")
    head.locator("button").click()
    expect(head.get_attribute("aria-sort") == "ascending", f"{name}: sorting is not told")
    values = page.locator(f"{table} tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].filter(cell => cell.dataset.value !== undefined)[3]?.dataset.value)")
    shown = page.evaluate("""() => {
      const table = document.querySelector('#gap-coverage table')
      const heads = []
      const below = [...table.tHead.rows[1].cells]
      for (const cell of table.tHead.rows[0].cells) {
        if (cell.dataset.key !== undefined) heads.push(cell.dataset.key)
        else for (let n = cell.colSpan; n > 0; n--) heads.push(below.shift().dataset.key)
      }
      const index = heads.indexOf('coverage')
      return [...table.tBodies[0].rows].map(row => Number(row.cells[index].dataset.value))
    }""")
    expect(shown == sorted(shown) and len(values) == count, f"{name}: rows are not in order after sorting")
    box = page.locator(f"{table} input[type=search]")
    if box.count():
        word = rows.first.inner_text().split()[0]
        box.fill(word)
        expect(0 < rows.count() <= count, f"{name}: the filter finds nothing of what is there")
        expect(all(word.lower() in text.lower() for text in rows.all_inner_texts()), f"{name}: the filter lets others through")
        box.fill("no such word anywhere")
        expect(rows.count() == 0, f"{name}: the filter finds what is not there")
        box.fill("")
    expect(rows.count() == count, f"{name}: rows are lost after filtering")


def check_copy(page, name):
    starts = {"Markdown": "| ", "LaTeX": "\\begin{table}", "CSV": ""}
    rows = page.locator("#gap-coverage tbody tr").count()
    for form, start in starts.items():
        page.locator(f"#gap-coverage button[data-format={form}]").click()
        # Not by a script in a text, which the page's own policy forbids.
        page.locator("#status:not(:empty)").wait_for(state="attached")
        text = page.evaluate("navigator.clipboard.readText()")
        expect(text.startswith(start) and len(text.splitlines()) >= rows + 1, f"{name}: {form} is not copied whole")
        page.evaluate("document.getElementById('status').textContent = ''")


def check_access(page, name):
    found = Axe().run(page, options=RULES).response["violations"]
    for violation in found:
        expect(False, f"{name}: {violation['id']}: {violation['help']}: {violation['nodes'][0]['html'][:160]}")


def check_page(browser, path, language, folder):
    errors = []
    name = f"{path.parent.name}"
    page = opened(browser, path, errors, permissions=["clipboard-read", "clipboard-write"])
    expect(page.locator("html").get_attribute("lang") == language, f"{name}: the language is not told")
    check_story(page, name)
    check_table(page, name)
    check_copy(page, name)
    for theme in ("light", "dark"):
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        check_access(page, f"{name}, {theme}")
    paper = pathlib.Path(folder) / "page.pdf"
    page.pdf(path=paper, format="A4", prefer_css_page_size=True)
    expect(paper.read_bytes().startswith(b"%PDF"), f"{name}: it does not print")
    plain = opened(browser, path, errors, java_script_enabled=False)
    stories = plain.locator("article.story")
    expect(stories.count() > 0 and stories.first.is_visible(), f"{name}: without script the stories are hidden")
    expect(plain.locator("#assignments").is_visible(), f"{name}: without script a table is hidden")
    for width in (360, 1400):
        page.set_viewport_size({"width": width, "height": 900})
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        expect(over <= 0, f"{name}: at {width} pixels the page is {over} wider than the window")
    expect(not errors, f"{name}: the console says {errors[:3]}")


def check_figures(out):
    renderer = shutil.which("rsvg-convert")
    if renderer is None:
        print("Figures: not rendered, there is no rsvg-convert here.", file=sys.stderr)
        return
    for figure in sorted((out / "figures").glob("*.svg")):
        done = subprocess.run([renderer, str(figure)], capture_output=True)
        expect(done.returncode == 0 and done.stdout.startswith(b"\x89PNG"), f"{figure.name} is not rendered: {done.stderr!r}")


def main():
    arguments = [word for word in sys.argv[1:] if word != "--all"]
    scenarios = [SMALL, SHIPPED] if "--all" in sys.argv else [SMALL]
    simrun, chromium = arguments
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for scenario in scenarios:
            for language in ("en", "fr"):
                out = written(simrun, scenario, language, folder)
                check_page(browser, out / "report.html", language, folder)
                check_figures(out)
                size = (out / "report.html").stat().st_size
                expect(size < 1_000_000, f"{out.name}: the page has {size} bytes")
        browser.close()
    if mistakes:
        sys.exit(1)
    print(f"report: {2 * len(scenarios)} pages opened, read, filtered, copied and printed as they should.")


main()
