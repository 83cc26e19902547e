extension Support {
  /// What a support does to a pledge: its readiness is raised, never lowered.
  func raised(_ pledge: Pledge) -> Pledge {
    guard let level = raisesReadinessTo, level > pledge.readiness else { return pledge }
    var raised = pledge
    raised.readiness = level
    return raised
  }

  /// What a support does to a stage: the days of its own work are multiplied by the factor.
  func shortened(_ stage: Stage) -> Stage {
    guard let effect, effect.stage == stage.id else { return stage }
    var shortened = stage
    shortened.days = stage.days?.scaled(by: effect.factor)
    return shortened
  }
}
