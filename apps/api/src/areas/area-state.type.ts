import { Field, Int, ObjectType } from '@nestjs/graphql';

/** What changes about an area while one has it open, besides its map. */
@ObjectType()
export class AreaState {
  areaId!: string;

  @Field(() => Int)
  mapSeq!: number;

  @Field(() => Boolean)
  mayEdit!: boolean;
}
