"""组内优势：GRPO 怎样给一组回答打分。"""

from statistics import mean, pstdev


# region advantage
def advantages(rewards: list[float]) -> list[float]:
    """同一个问题的一组奖励，换成相对高低。"""
    average = mean(rewards)
    spread = pstdev(rewards)
    if spread == 0:  # 全对或全错：谁也不比谁好
        return [0.0] * len(rewards)
    return [(reward - average) / spread for reward in rewards]
# endregion advantage


if __name__ == "__main__":
    print(advantages([1, 0, 0, 1]))
