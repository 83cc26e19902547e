extension Fixture {
  /// Every key of the format at least once.
  static let whole = """
    {
      "$schema": "scenario.schema.json", "formatVersion": 1, "id": "whole", "title": "Everything at once",
      "dayZero": "2017-11-15", "notes": "Made up.", "horizon": {"days": 720, "periodDays": 30},
      "capabilities": [
        {"id": "utility-helicopter", "name": "Utility helicopter", "measure": "airframes",
         "category": "contingents", "kind": "aviation", "usualSize": {"quantity": 4, "personnel": 140},
         "serviceability": 0.67, "source": "manual"},
        {"id": "armed-helicopter", "measure": "airframes", "category": "contingents"},
        {"id": "engineers", "measure": "personnel", "category": "military"},
        {"id": "level-2-hospital", "measure": "units", "category": "contingents"}],
      "substitutions": [
        {"of": "armed-helicopter", "for": "utility-helicopter", "effectiveness": 0.8, "assumption": "a guess"}],
      "missions": [
        {"id": "minusma", "name": "MINUSMA", "country": "Mali", "weight": 2, "languages": ["fr"],
         "mandateUntil": "2018-06-30", "ceilings": {"military": 13289, "police": 1920},
         "present": {"military": 11700, "police": 1700}, "presentSpeakers": 7300,
         "presentWomen": {"military": 310, "police": 140}, "languageShare": 0.5,
         "womenShare": {"contingents": 0.05}, "budget": {"total": 50000000},
         "refuses": {"contributors": ["LKA"], "capabilities": ["armed-helicopter"]},
         "seasons": [{"id": "rains", "from": "06-15", "to": "10-31", "source": "almanac"},
                     {"id": "harmattan", "from": "12-01", "to": "02-15"}],
         "sites": [{"id": "gao", "latitude": 16.25, "longitude": -0.006},
                   {"id": "bamako", "latitude": 12.6, "longitude": -8}],
         "entry": [{"mode": "air", "site": "bamako"}, {"mode": "sea", "port": "Dakar"}],
         "standardDays": 60, "source": {"ceilings": "S/RES/2364", "present": "SG report"}},
        {"id": "unmiss", "name": "UNMISS", "assumption": "kept short"}],
      "needs": [
        {"id": "medevac", "mission": "minusma", "capability": "utility-helicopter", "quantity": 2,
         "counted": "serviceable", "from": "2018-07-01", "until": 700, "weight": 5,
         "tiers": [{"upTo": 1, "weight": 8}, {"upTo": 2, "weight": 3}],
         "accepts": {"readiness": "level1", "attributes": ["night-vision"], "languages": ["fr", "en"],
                     "endorsements": ["vancouver-principles"], "womenShareAtLeast": 0.1},
         "enabledBy": ["hospital"], "deadlineDays": 45, "site": "gao", "source": "SG report"},
        {"id": "hospital", "mission": "minusma", "capability": "level-2-hospital", "quantity": 1, "from": -100},
        {"id": "unmiss-engineers", "mission": "unmiss", "capability": "engineers", "quantity": 120}],
      "contributors": [
        {"id": "CAN", "name": "Canada", "languages": ["fr", "en"], "endorsements": ["vancouver-principles"],
         "delayCorrelation": 0.5},
        {"id": "LKA"}, {"id": "VNM"}],
      "pledges": [
        {"id": "can-aviation", "contributor": "CAN", "partners": ["VNM"], "capability": "utility-helicopter",
         "quantity": 4, "units": 2, "recordedOn": "2017-11-15",
         "history": [{"recordedOn": "2016-09-08", "quantity": 6, "text": "London", "source": "communiqué"},
                     {"recordedOn": -900, "quantity": 0}],
         "readiness": "level2", "probability": 0.85, "requestFrom": -10, "from": "2018-06-01",
         "until": "2021-08-01", "tourDays": 365, "missions": {"only": ["minusma"], "except": ["unmiss"]},
         "caveats": {"sites": {"except": ["gao"]}, "text": "place left open"},
         "attributes": ["night-vision", "medevac"], "languages": {"en": 1.0, "fr": 0.4}, "personnel": 250,
         "women": 35, "tonnes": 600,
         "cost": {"deployment": 4000000, "perDay": 60000, "byMission": {"unmiss": {"deployment": 5500000}}},
         "process": "western-aviation", "done": ["decision"],
         "parts": [{"share": 0.7, "lagDays": 30}, {"share": 0.3, "lagDays": 0}],
         "withdrawal": {"perYear": 0.05}, "shared": true, "inPlace": null,
         "source": "pledge letter", "assumption": {"tonnes": "as a like unit"}},
        {"id": "lka-engineers", "contributor": "LKA", "capability": "engineers", "quantity": 120,
         "inPlace": "unmiss-engineers", "until": 200},
        {"id": "vnm-hospital", "contributor": "VNM", "capability": "level-2-hospital", "quantity": 1}],
      "packages": [
        {"id": "turn", "kind": "rotation", "members": ["vnm-hospital", "can-aviation"], "overlapDays": 7},
        {"id": "together", "kind": "all-or-nothing", "members": ["vnm-hospital", "can-aviation"],
         "offsetDays": {"vnm-hospital": 14}},
        {"id": "can-600", "kind": "at-most", "members": ["can-aviation"], "personnel": 600}],
      "supports": [
        {"id": "can-trainers", "contributor": "CAN", "kind": "training", "capacity": 2,
         "for": {"capabilities": ["engineers"], "pledges": ["vnm-hospital"], "contributors": ["LKA"]},
         "effect": {"stage": "visit", "factor": 0.6}, "raisesReadinessTo": "level3", "source": "letter"},
        {"id": "can-lift", "kind": "lift", "pool": "un-airlift", "carriers": 1, "from": 30, "until": 90}],
      "lift": [
        {"id": "un-airlift", "mode": "air", "carriers": 2, "payloadTonnes": 80, "seats": 250,
         "cycleDays": {"triangular": [1.5, 2, 4]}, "source": "estimate"}],
      "processes": [
        {"id": "western-aviation", "source": "study", "stages": [
          {"id": "decision", "days": {"lognormal": {"median": 60, "p95": 180}}, "source": "six cases"},
          {"id": "agreement", "days": {"pert": [20, 45, 120]}, "after": ["decision"],
           "skipFrom": "rapidDeployment"},
          {"id": "visit", "days": {"uniform": [5, 30]}, "after": ["decision"], "uses": "inspection-team"},
          {"id": "preparation", "days": {"gamma": {"mean": 60, "sd": 20}}, "onWarning": true},
          {"id": "consent", "gate": "host-consent", "after": ["visit", "agreement"]},
          {"id": "lift", "days": 3, "lift": "un-airlift", "after": ["consent", "preparation"]},
          {"id": "onward", "days": 7, "after": ["lift"], "season": {"rains": 2.0, "harmattan": "closed"}}]}],
      "gates": [
        {"id": "unmiss-consent", "kind": "host-consent", "mission": "unmiss", "opens": "2018-01-01"},
        {"id": "minusma-consent", "kind": "host-consent", "mission": "minusma",
         "opens": {"normal": {"mean": 110, "sd": 40}, "shift": -30}},
        {"id": "unmiss-camp", "kind": "camp", "mission": "unmiss",
         "opensWithCoverage": {"need": "unmiss-engineers", "atLeast": 0.5}}],
      "resources": [{"id": "inspection-team", "count": 2}],
      "risks": [
        {"id": "vetting", "probability": 0.2, "stage": "agreement", "effect": {"delay": {"uniform": [60, 200]}},
         "contributors": ["LKA"]},
        {"id": "change-of-mind", "probability": 0.1, "stage": "consent", "effect": {"cancel": true},
         "missions": ["unmiss"]},
        {"id": "returned", "probability": 0.1, "stage": "consent", "effect": {"sendBackTo": "decision"}}],
      "milestones": [{"id": "london-2016", "name": "London ministerial", "date": "2016-09-08"}],
      "trigger": {"onDay": {"discrete": [[30, 0.25], [-10, 0.75]]}, "warningDays": 14},
      "allocation": {"fairness": true, "wholeUnits": false, "gap": 0.01, "workLimit": 1000,
        "timeLimitSeconds": 5, "planningPercentile": 80, "budget": 400000000,
        "pins": [{"pledge": "can-aviation", "need": "medevac", "units": 1, "arrivalDay": "2018-08-01"}],
        "bans": [{"pledge": "vnm-hospital", "mission": "unmiss"}]},
      "simulation": {"replications": 500, "seed": 18446744073709551615, "precision": 0.01,
        "standards": [90, 30]},
      "overrides": {"slow-consent": {"gates.unmiss-consent.opens": {"fixed": 300}}}
    }
    """
}
