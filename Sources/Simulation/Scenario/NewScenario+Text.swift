extension NewScenario {
  /// Every figure in it is made up, and says so.
  package static let text = #"""
    // A scenario to start from. Every figure is made up: replace it, and say where yours is from.
    // Comments like this one are allowed, and so are commas after the last entry of a list.
    //
    //     simrun scenario.json          plan, test the plan against chance, print one page
    //     simrun check scenario.json    say everything that is wrong
    {
      "$schema": "./scenario.schema.json", // lets an editor complete keys and mark mistakes
      "formatVersion": 1,
      "id": "my-scenario",
      "title": "Two gaps of one mission",

      // Days are whole numbers counted from dayZero, or dates.
      "dayZero": "2030-01-01",
      "horizon": {"days": 360, "periodDays": 30},

      // What can be asked for, and what one unit of it usually brings.
      "capabilities": [
        {
          "id": "utility-helicopter", "name": "Utility helicopter", "measure": "airframes",
          "category": "contingents", "kind": "aviation", "serviceability": 0.75,
          "usualSize": {"quantity": 4, "personnel": 140}, "assumption": "made up",
        },
        {
          "id": "engineers", "name": "Engineers", "measure": "personnel", "category": "contingents",
          "kind": "engineering", "assumption": "made up",
        },
      ],

      // Who asks. Ceilings are the most people it may have, 'present' who is there already.
      "missions": [
        {
          "id": "my-mission", "name": "My mission", "ceilings": {"military": 5000},
          "present": {"military": 4600}, "standardDays": 180, "assumption": "made up",
        },
      ],

      // What is missing, from which day on. The higher the weight, the more a day without it matters.
      "needs": [
        {
          "id": "medevac", "mission": "my-mission", "capability": "utility-helicopter", "quantity": 4,
          "from": "2030-04-01", "weight": 5, "assumption": "made up",
        },
        {
          "id": "camp-building", "mission": "my-mission", "capability": "engineers", "quantity": 150,
          "from": 60, "until": 300, "weight": 2, "assumption": "made up",
        },
      ],

      // Who promises.
      "contributors": [
        {"id": "alfa", "name": "Alfa", "assumption": "made up"},
        {"id": "bravo", "name": "Bravo", "assumption": "made up"},
      ],

      // What was promised. 'units' says how many parts of it can be sent apart, 'probability' how likely it is
      // to come at all; people, tonnes and cost are totals.
      "pledges": [
        {
          "id": "alfa-helicopters", "contributor": "alfa", "capability": "utility-helicopter", "quantity": 4,
          "units": 2, "probability": 0.8, "personnel": 140, "tonnes": 300,
          "cost": {"deployment": 4000000, "perDay": 60000}, "process": "by-air", "assumption": "made up",
        },
        {
          "id": "bravo-helicopters", "contributor": "bravo", "capability": "utility-helicopter", "quantity": 2,
          "from": 120, "probability": 0.9, "personnel": 70, "tonnes": 150, "process": "by-air",
          "assumption": "made up",
        },
        {
          "id": "bravo-engineers", "contributor": "bravo", "capability": "engineers", "quantity": 120,
          "units": 3, "probability": 0.9, "tonnes": 400, "missions": {"only": ["my-mission"]},
          "process": "by-air", "assumption": "made up",
        },
      ],

      // How a pledge becomes presence: each stage begins when those in 'after' are done. Lengths are days, or
      // laws of chance; "pert" takes the least, the likeliest and the most.
      "processes": [
        {
          "id": "by-air",
          "stages": [
            {"id": "decision", "days": {"lognormal": {"median": 40, "p95": 120}}},
            {"id": "preparation", "days": {"pert": [20, 30, 60]}, "after": ["decision"]},
            {"id": "consent", "gate": "host-consent", "after": ["decision"]},
            {"id": "flight", "lift": "airlift", "after": ["preparation", "consent"]},
            {"id": "ready", "days": {"uniform": [5, 15]}, "after": ["flight"]},
          ],
          "assumption": "made up",
        },
      ],

      // Carriers that all pledges queue for: cycleDays is the time from one loading to the next.
      "lift": [
        {
          "id": "airlift", "mode": "air", "carriers": 2, "payloadTonnes": 80, "seats": 250,
          "cycleDays": {"triangular": [1.5, 2, 4]}, "assumption": "made up",
        },
      ],

      // What must be open before a stage can end, such as the consent of the host state.
      "gates": [
        {
          "id": "my-consent", "kind": "host-consent", "mission": "my-mission",
          "opens": {"lognormal": {"median": 60, "p95": 150}}, "assumption": "made up",
        },
      ],

      "allocation": {"gap": 0, "planningPercentile": 50},
      "simulation": {"replications": 10000, "seed": 1, "standards": [30, 60, 90, 180]},

      // What if? Sets of changes, by path, that leave the rest as it is.
      "overrides": {
        "slow-consent": {"gates.my-consent.opens": {"lognormal": {"median": 150, "p95": 350}}},
        "larger-gap": {"needs.medevac.quantity": 6, "missions.my-mission.ceilings.military": 5200},
      },
    }

    """#
}
