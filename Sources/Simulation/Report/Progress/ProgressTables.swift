/// The tables of `simrun progress`.
struct ProgressTables {
  private let progress: Progress
  private let labels: Labels
  private let scenario: Scenario
  private let w: Wording

  init(_ progress: Progress, _ scenario: Scenario, _ wording: Wording) {
    self.progress = progress
    self.scenario = scenario
    labels = Labels(scenario, wording)
    w = wording
  }

  private func date(_ milestone: Milestone) -> Cell { .date(labels.date(ofDay: milestone.day)) }

  /// One row a milestone.
  var milestones: Table {
    let covered = w(en: "Weighted need met, %", fr: "Besoin pondéré satisfait, %")
    let standards = progress.milestones.first?.inTime.map(\.standardDays) ?? []
    let gap = w(en: "Weighted gap, days", fr: "Écart pondéré, jours")
    return Table(
      name: "progress", caption: w(en: "From milestone to milestone", fr: "D'une étape à l'autre"),
      columns: [
        Table.Column("milestone", w(en: "Milestone id", fr: "Identifiant de l'étape"), placement: .dataOnly),
        Table.Column("milestoneName", w(en: "Milestone", fr: "Étape")),
        Table.Column("date", "Date", .date),
        Table.Column("pledges", w(en: "Pledges", fr: "Engagements"), .number(decimals: 0)),
        Table.Column("added", w(en: "Added", fr: "Ajoutés"), .number(decimals: 0)),
        Table.Column("withdrawn", w(en: "Withdrawn", fr: "Retirés"), .number(decimals: 0)),
        Table.Column(
          "pledged", w(en: "on paper", fr: "sur le papier"), .share(decimals: 1), spanner: covered),
        Table.Column("planned", w(en: "in plan", fr: "dans le plan"), .share(decimals: 1), spanner: covered),
      ]
        + standards.map {
          Table.Column(
            "day\($0)", w(en: "day \($0)", fr: "jour \($0)"), .shareEstimate(decimals: 1), spanner: covered,
            placement: $0 == progress.shownStandardDays ? .column : .dataOnly)
        } + [
          Table.Column("weightedGapDays", "plan", .number(decimals: 0), spanner: gap),
          Table.Column("bound", w(en: "not less than", fr: "au moins"), .number(decimals: 0), spanner: gap),
        ],
      rows: progress.milestones.map(row), notes: notes, language: w.language)
  }

  private func row(_ one: MilestoneProgress) -> Table.Row {
    func count(_ kind: PoolChange.Kind) -> Cell { .number(Double(one.changes.count { $0.kind == kind })) }
    let share = { (value: Double?) in value.map(Cell.share) ?? .missing }
    return Table.Row(
      [
        .text(one.milestone.id), .text(one.milestone.name), date(one.milestone),
        .number(Double(one.pledges)), count(.added), count(.withdrawn), share(one.pledged),
        share(one.planned),
      ] + one.inTime.map { .estimate($0.share) } + [
        .number(one.weightedGapDays), .number(one.bound.rounded(.down)),
      ])
  }

  private var notes: [String] {
    [
      w(
        en: """
          The needs, days and rules of today against the pledges on record on each milestone. On paper: every \
          pledge there throughout. In plan: every pledge keeps its word. Day N: really there, N days after each \
          need's first; ± one standard error. Not less than: proved for every plan from that pool.
          """,
        fr: """
          Les besoins, les jours et les règles d'aujourd'hui face aux engagements enregistrés à chaque étape. \
          Sur le papier : tout ce qui est promis est présent. Dans le plan : chaque engagement est tenu. \
          Jour N : réellement présent, N jours après le premier jour de chaque besoin ; ± une erreur type. \
          Au moins : prouvé pour tout plan fait de ces engagements.
          """),
      w(
        en: "Seed \(progress.seed), \(w.whole(progress.replications)) replications for each milestone.",
        fr: "Graine \(progress.seed), \(w.whole(progress.replications)) réplications pour chaque étape."),
    ]
      + (progress.undated.isEmpty
        ? []
        : [
          w(
            en:
              "Without a day of record, so counted throughout: \(progress.undated.joined(separator: ", ")).",
            fr:
              "Sans date d'enregistrement, donc toujours comptés : \(progress.undated.joined(separator: ", "))."
          )
        ])
  }

  /// One row a need, with all milestones beside one another.
  var needs: Table {
    let stages = progress.milestones
    let (paper, plan, time) = (
      w(en: "On paper, %", fr: "Sur le papier, %"), w(en: "In plan, %", fr: "Dans le plan, %"),
      w(en: "In time, %", fr: "À temps, %")
    )
    let titles = stages.map { String(labels.date(ofDay: $0.milestone.day).year) }
    func columns(_ key: String, _ spanner: String, _ kind: Table.Kind) -> [Table.Column] {
      zip(stages, titles).map {
        Table.Column("\(key).\($0.milestone.id)", $1, kind, spanner: spanner)
      }
    }
    return Table(
      name: "progress-needs",
      caption: w(en: "Need by need, at each milestone", fr: "Besoin par besoin, à chaque étape"),
      columns: [
        Table.Column("mission", w(en: "Mission", fr: "Mission"), placement: .heading),
        Table.Column("need", w(en: "Need id", fr: "Identifiant du besoin"), placement: .dataOnly),
        Table.Column("needName", w(en: "Need", fr: "Besoin")),
      ] + columns("pledged", paper, .share(decimals: 0)) + columns("planned", plan, .share(decimals: 0))
        + columns("inTime", time, .shareEstimate(decimals: 0)),
      rows: scenario.missions.flatMap { mission in
        scenario.needs.indices.filter { scenario.needs[$0].mission == mission.id }.map {
          row($0, mission, stages)
        }
      },
      notes: [
        w(
          en: "Mean over the need's days; in time: as things turn out, ± one standard error.",
          fr: "Moyenne sur les jours du besoin ; à temps : comme les choses se passent, ± une erreur type.")
      ], language: w.language)
  }

  private func row(_ need: Int, _ mission: Mission, _ stages: [MilestoneProgress]) -> Table.Row {
    let id = scenario.needs[need].id
    let own = stages.map { stage in stage.needs.first { $0.need == id } }
    return Table.Row(
      [.text(labels.mission(mission.id)), .text(id), .text(labels.need(id))]
        + own.map { $0.map { .share($0.pledged) } ?? .missing }
        + own.map { $0.map { .share($0.planned) } ?? .missing } + own.map { .optional($0?.inTime) })
  }

  /// What came to the pool and what left it, without the pool that the first milestone began with.
  var changesOnPage: Table {
    let first = progress.milestones.first
    var table = changes(progress.milestones.dropFirst())
    let count = w.count(
      first?.pledges ?? 0, en: ("pledge", "pledges"), fr: ("engagement", "engagements"))
    table.notes = [
      w(
        en: "Not listed: \(first?.milestone.name ?? "") with \(count), in the files of --out DIR.",
        fr: "Non listé : \(first?.milestone.name ?? "") avec \(count), dans les fichiers de --out DIR.")
    ]
    return table
  }

  /// What came to the pool and what left it.
  var changes: Table { changes(progress.milestones[...]) }

  private func changes(_ milestones: ArraySlice<MilestoneProgress>) -> Table {
    Table(
      name: "progress-pledges",
      caption: w(
        en: "What each milestone added, and what was withdrawn",
        fr: "Ce que chaque étape a ajouté, et ce qui a été retiré"),
      columns: [
        Table.Column("milestone", w(en: "Milestone", fr: "Étape"), placement: .heading),
        Table.Column("pledge", w(en: "Pledge id", fr: "Identifiant de l'engagement"), placement: .dataOnly),
        Table.Column("pledgeName", w(en: "Pledge", fr: "Engagement")),
        Table.Column("capability", w(en: "Capability", fr: "Capacité")),
        Table.Column("kind", w(en: "Change", fr: "Changement")),
        Table.Column("from", w(en: "Before", fr: "Avant"), .quantity),
        Table.Column("to", w(en: "Now", fr: "Après"), .quantity),
        Table.Column("text", w(en: "On record", fr: "Enregistré"), placement: .below),
      ],
      rows: milestones.flatMap { stage in
        stage.changes.map { change in
          let measure = labels.measure(change.capability)
          let quantity = { (value: Double) in value == 0 ? Cell.missing : .quantity(value, measure: measure) }
          return Table.Row([
            .text(stage.milestone.name), .text(change.pledge),
            .text(labels.pledge(change.pledge, of: change.contributor)),
            .text(labels.capability(change.capability)), .text(words(change.kind)), quantity(change.from),
            quantity(change.to), .optional(change.text),
          ])
        }
      }, language: w.language)
  }

  private func words(_ kind: PoolChange.Kind) -> String {
    switch kind {
    case .added: w(en: "added", fr: "ajouté")
    case .withdrawn: w(en: "withdrawn", fr: "retiré")
    case .more: w(en: "more", fr: "augmenté")
    case .less: w(en: "less", fr: "réduit")
    case .restated: w(en: "said again", fr: "confirmé")
    }
  }
}
