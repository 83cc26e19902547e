(() => {
  "use strict"
  const words = document.body.dataset
  // Rows that are shown at first, and of a longer table those of what a reader looks for: they have to be there
  // before the next letter.
  const page = 200
  const foundRows = 50
  const say = text => { document.getElementById("status").textContent = text }

  // Light and dark.
  const root = document.documentElement
  const recalled = () => { try { return localStorage.getItem("simrun-theme") } catch { return null } }
  if (recalled()) root.dataset.theme = recalled()
  const theme = document.createElement("button")
  theme.type = "button"
  theme.id = "theme"
  theme.textContent = words.themeName
  theme.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches
    root.dataset.theme = dark ? "light" : "dark"
    try { localStorage.setItem("simrun-theme", root.dataset.theme) } catch { /* a page from a stick may not store */ }
  })
  const item = document.createElement("li")
  item.append(theme)
  document.querySelector("nav ul").append(item)

  // The story of a need.
  const dialog = document.getElementById("story")
  const body = document.getElementById("story-body")
  const open = id => {
    const story = document.getElementById(id)
    if (!story || !story.classList.contains("story")) return false
    const copy = story.cloneNode(true)
    for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.id = "shown-" + part.id
    for (const part of [copy, ...copy.querySelectorAll("[aria-labelledby]")]) {
      part.setAttribute("aria-labelledby", part.getAttribute("aria-labelledby").replace(/\S+/g, "shown-$&"))
    }
    body.replaceChildren(copy)
    dialog.showModal()
    dialog.scrollTop = 0
    return true
  }
  document.addEventListener("click", event => {
    const cell = event.target.closest("[data-story]")
    if (cell && open(cell.dataset.story)) event.preventDefault()
    if (event.target === dialog) dialog.close()
  })

  // Tables.
  const text = cell => cell.textContent.trim()
  // What is all digits is its own value.
  const valueOf = cell => {
    if (cell.dataset.value !== undefined) return cell.dataset.value
    const own = text(cell)
    return cell.classList.contains("number") && /^-?\d+$/.test(own) ? own : undefined
  }
  const columns = table => {
    const [top, below] = table.tHead.rows
    const lower = below ? [...below.cells] : []
    const found = []
    for (const cell of top.cells) {
      if (cell.dataset.key !== undefined) found.push({ cell, title: text(cell) })
      else for (let left = cell.colSpan; left > 0 && lower.length; left--) {
        const own = lower.shift()
        found.push({ cell: own, title: text(cell) + ": " + text(own) })
      }
    }
    return found
  }
  const compare = new Intl.Collator(root.lang, { numeric: true }).compare
  const copy = async written => {
    try { await navigator.clipboard.writeText(written) } catch {
      const area = document.createElement("textarea")
      area.value = written
      document.body.append(area)
      area.select()
      document.execCommand("copy")
      area.remove()
    }
    say(words.copied)
  }
  const formats = {
    Markdown: (heads, rows) => {
      const line = cells => "| " + cells.map(cell => cell.text.replace(/\\/g, "\\\\").replace(/\|/g, "\\|").replace(/</g, "&lt;")).join(" | ") + " |"
      const rule = "|" + heads.map(head => head.right ? "--:" : "---").join("|") + "|"
      return [line(heads), rule, ...rows.map(line)].join("\n") + "\n"
    },
    LaTeX: (heads, rows, caption) => {
      const signs = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "−": "$-$", "±": "$\\pm$", "–": "--", "<": "\\textless{}", ">": "\\textgreater{}" }
      const plain = part => part.replace(/[\\&%$#_{}~^−±–<>]/g, sign => signs[sign] || "\\" + sign)
      const line = cells => cells.map(cell => plain(cell.text)).join(" & ") + " \\\\"
      return ["\\begin{table}", "\\caption{" + plain(caption) + "}", "\\begin{tabular}{" + heads.map(head => head.right ? "r" : "l").join("") + "}",
        "\\toprule", line(heads), "\\midrule", ...rows.map(line), "\\bottomrule", "\\end{tabular}", "\\end{table}"].join("\n") + "\n"
    },
    CSV: (heads, rows) => {
      const field = cell => {
        const raw = cell.value === undefined ? cell.text : cell.value
        const safe = cell.value === undefined && /^[\s]*[=+\-@＝＋－＠]/.test(raw) ? "'" + raw : raw
        return /[",\r\n]|^ | $/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe
      }
      return [heads, ...rows].map(cells => cells.map(field).join(",") + "\r\n").join("")
    }
  }

  for (const table of document.querySelectorAll(".simrun-table table")) {
    const all = [...table.tBodies[0].rows]
    const heads = columns(table)
    const caption = table.caption ? text(table.caption) : ""
    let order = all
    let kept = all
    let limit = page
    let searched = null
    const tools = document.createElement("div")
    tools.className = "tools"
    const count = document.createElement("span")
    const more = document.createElement("button")
    more.type = "button"
    more.textContent = words.more
    const show = () => {
      const rows = kept.slice(0, limit)
      table.tBodies[0].replaceChildren(...rows)
      more.hidden = rows.length === kept.length
      count.textContent = kept.length === all.length && more.hidden ? "" : words.rows.replace("#", rows.length).replace("#", kept.length)
    }
    more.addEventListener("click", () => { limit = limit * 4; show() })

    if (all.length > 5) {
      const filter = document.createElement("input")
      filter.type = "search"
      filter.placeholder = words.filter
      filter.setAttribute("aria-label", words.filter + ": " + caption)
      const index = () => { searched ||= new Map(all.map(row => [row, row.textContent.toLowerCase()])) }
      // Ready before the first letter, but not in the way of what is read first.
      if (window.requestIdleCallback) requestIdleCallback(index)
      filter.addEventListener("focus", index)
      filter.addEventListener("input", () => {
        index()
        const wanted = filter.value.toLowerCase().split(/\s+/).filter(Boolean)
        kept = order.filter(row => wanted.every(word => searched.get(row).includes(word)))
        limit = all.length > page ? foundRows : page
        show()
        say(count.textContent)
      })
      tools.append(filter)
    }
    heads.forEach(({ cell }, index) => {
      const button = document.createElement("button")
      button.type = "button"
      button.append(...cell.childNodes)
      button.title = words.sort
      cell.append(button)
      button.addEventListener("click", () => {
        const rising = cell.getAttribute("aria-sort") !== "ascending"
        for (const other of heads) other.cell.removeAttribute("aria-sort")
        cell.setAttribute("aria-sort", rising ? "ascending" : "descending")
        const keys = new Map(all.map(row => {
          const own = row.cells[index]
          const value = valueOf(own)
          const number = value === undefined ? NaN : Number(value)
          return [row, { number, text: value === undefined ? text(own) : value, missing: value === undefined && text(own) === "–" }]
        }))
        const sign = rising ? 1 : -1
        order = [...all].sort((left, right) => {
          const [a, b] = [keys.get(left), keys.get(right)]
          if (a.missing !== b.missing) return a.missing ? 1 : -1
          if (!isNaN(a.number) && !isNaN(b.number)) return sign * (a.number - b.number)
          return sign * compare(a.text, b.text)
        })
        const chosen = new Set(kept)
        kept = order.filter(row => chosen.has(row))
        show()
      })
    })
    for (const [name, write] of Object.entries(formats)) {
      const button = document.createElement("button")
      button.type = "button"
      button.textContent = words.copy.replace("#", name)
      button.dataset.format = name
      button.setAttribute("aria-label", words.copy.replace("#", name) + ": " + caption)
      button.addEventListener("click", () => {
        const right = heads.map(head => head.cell.classList.contains("number"))
        copy(write(heads.map((head, index) => ({ text: head.title, right: right[index] })),
          kept.map(row => [...row.cells].map(cell => ({ text: text(cell), value: valueOf(cell) }))), caption))
      })
      tools.append(button)
    }
    tools.append(count, more)
    table.before(tools)
    show()
  }
})()
